import { describe, expect, it } from 'vitest';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { createJudge } from '../../src/validation/verdict.ts';
import { context, judgeCustomer, readCustomer, shop, soundCustomer } from './shop.ts';

const email = { field: 'email', code: 'duplicate_email' } as const;

describe('a verdict', () => {
  it('of a value that several claim lets its holder keep it, and shows it to both', () => {
    const reading = readCustomer(soundCustomer);
    const holder = judgeCustomer(reading, context, { contested: [{ ...email, role: 'holder' }] });
    expect(holder.send).toEqual(reading.record);
    expect(holder.findings).toEqual([
      { ...email, severity: 'warn', value: 'jane.smith@example.com', dependsOn: 'uniqueness' },
    ]);
    const other = judgeCustomer(reading, context, { contested: [{ ...email, role: 'other' }] });
    expect(other.send).not.toHaveProperty('email');
    expect(other.findings).toMatchObject([{ ...email, severity: 'drop-field' }]);
  });

  it('withholds whoever had nothing but the value of somebody else', () => {
    const reading = readCustomer({ lastName: 'Smith', email: 'jane@example.com' });
    const { send, findings } = judgeCustomer(reading, context, { contested: [{ ...email, role: 'other' }] });
    expect(send).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['duplicate_email', 'contact_point_required']);
  });

  it('counts a text that cannot be read once, and not again as missing', () => {
    const { findings } = judgeCustomer(readCustomer({ ...soundCustomer, consentedAt: 'soon' }), context);
    expect(findings.map(({ code }) => code)).toEqual(['bad_date']);
  });

  it('leaves the reading as it is', () => {
    const reading = readCustomer({ ...soundCustomer, phone: '960123' });
    judgeCustomer(reading, context);
    expect(reading.record.phone).toBe('960123');
  });

  it('never suggests what another record has', () => {
    const reading = readCustomer({ ...soundCustomer, email: 'Jane@gmial.com' });
    const suggestionOf = (isTaken: (field: string, value: string) => boolean) =>
      createJudge({ pack: genieaiRules.customer, shop, isTaken })(reading, context).findings[0]?.suggestion;
    expect(suggestionOf(() => false)).toEqual({ value: 'Jane@gmail.com', certain: true });
    expect(suggestionOf((field, value) => field === 'email' && value === 'jane@gmail.com')).toBeUndefined();
  });
});
