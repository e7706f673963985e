import { useState } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { session } from '../../session/session.js';
import type { Measure } from '../../shared/kpi/kpi-queries.js';
import { currentLanguage } from '../../texts/language.js';
import { saveAs } from './save-as.js';

export const FORMATS = ['xlsx', 'csv', 'pdf', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** A file on its way: `part` is what has come of it, from 0 to 1; unknown while it is being made. */
export interface Download {
  readonly format: Format;
  readonly part?: number;
}

export interface Downloads {
  readonly running: Download | undefined;
  /** The file that came last, by name. */
  readonly done: string | undefined;
  readonly problem: unknown;
  start(format: Format): void;
}

/** Fetches the report as a file, in the language of the console. */
export function useDownloads(measure: Measure, children: boolean): Downloads {
  const [running, setRunning] = useState<Download>();
  const [done, setDone] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const start = async (format: Format): Promise<void> => {
    setRunning({ format });
    setDone(undefined);
    setProblem(undefined);
    try {
      const file = await fetchReport(measure, children, format, (part) => setRunning({ format, part }));
      saveAs(file.content, file.name);
      setDone(file.name);
    } catch (error) {
      setProblem(error);
    } finally {
      setRunning(undefined);
    }
  };
  return { running, done, problem, start: (format) => void start(format) };
}

async function fetchReport(
  { org, period, asOf }: Measure,
  children: boolean,
  format: Format,
  report: (part: number) => void,
): Promise<{ content: Blob; name: string }> {
  const query = new URLSearchParams({ org, period, children: String(children), lang: currentLanguage() });
  if (asOf !== undefined) query.set('asOf', asOf);
  const address = `/api/v1/kpi/reports/smi-indicators.${format}?${query.toString()}`;
  const request = new Request(address, { headers: { 'Accept-Language': currentLanguage() } });
  const response = await session.fetch(request);
  if (!response.ok) throw await ApiProblem.of(response);
  const type = response.headers.get('content-type') ?? '';
  const content = new Blob(await pieces(response, report), { type });
  return { content, name: fileName(response.headers.get('content-disposition'), `smi-indicators.${format}`) };
}

async function pieces(response: Response, report: (part: number) => void): Promise<Uint8Array<ArrayBuffer>[]> {
  const total = Number(response.headers.get('content-length') ?? 0);
  const reader = response.body?.getReader();
  const got: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    got.push(piece.value);
    length += piece.value.byteLength;
    if (total > 0) report(length / total);
  }
  // A line that is cut ends the body early: half a file must not look like a whole one.
  if (total > 0 && length !== total) throw ApiProblem.notReached();
  return got;
}

/** The name in the user's characters (RFC 8187), else the plain one. */
export function fileName(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? otherwise;
}
