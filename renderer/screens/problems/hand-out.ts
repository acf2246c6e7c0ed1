/** Prints a page that stands on its own. It is shown nowhere else, and may run nothing. */
export function printPage(html: string): void {
  const frame = document.createElement('iframe');
  // To be printed it must be of our origin; without scripts of its own it can do nothing with that.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;inline-size:0;block-size:0;border:0;visibility:hidden';
  frame.addEventListener('load', () => {
    const page = frame.contentWindow;
    page?.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
    page?.print();
  });
  frame.srcdoc = html;
  document.body.append(frame);
}

/** Offers a text as a file to keep. */
export function saveFile(text: string, { name, type }: { name: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the content by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
