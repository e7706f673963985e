import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of a PDF as a reader takes it out, page by page; pieces of one line are separated by spaces. */
export async function pdfText(file: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(file), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.filter((item) => 'str' in item);
    const lines = Map.groupBy(pieces, (item) => Math.round(Number(item.transform[5])));
    const sorted = [...lines].sort(([a], [b]) => b - a);
    pages.push(
      sorted
        .map(([, line]) =>
          line
            .map(({ str }) => str)
            .join(' ')
            .replace(/ +/gu, ' ')
            .trim(),
        )
        .join('\n'),
    );
  }
  await document.cleanup();
  return pages;
}
