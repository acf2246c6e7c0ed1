import { z } from 'zod';

const pagination = z
  .object({ hasNextPage: z.boolean().nullish(), nextPageCursor: z.string().min(1).nullish() })
  // Half an answer would be taken for the end of the list, and the rest of it for gone.
  .refine(({ hasNextPage, nextPageCursor }) => !hasNextPage || nextPageCursor);

/** Some elements of a list, and how to ask for the next ones; null at its end. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A page of a list whose elements stand under this name. */
export function listPage<T>(name: string, element: z.ZodType<T>): z.ZodType<ListPage<T>> {
  return z.looseObject({ pagination, [name]: z.array(element).nullable() }).transform((page) => {
    const { hasNextPage, nextPageCursor } = page.pagination as z.infer<typeof pagination>;
    const items = (page[name] ?? []) as T[];
    return { items, next: hasNextPage === false ? null : (nextPageCursor ?? null) };
  });
}
