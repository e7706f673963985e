import { ConsolePage, type ConsoleOptions } from './console-page.js';

/** The day the demonstration stands at; the browser's own would lie behind it. */
export const NOON = new Date('2026-11-23T04:00:00Z');

/** The console at a station, on the day of the demonstration. */
export async function openStation(options: ConsoleOptions = {}): Promise<ConsolePage> {
  const station = await ConsolePage.open(options);
  await station.page.clock.setFixedTime(NOON);
  return station;
}

/** Goes to a form of a case until it waits for the first answer. */
export async function toForm(station: ConsolePage, address: string): Promise<void> {
  await station.go(address);
  await station.page.locator('[data-field="form"] input').first().waitFor();
}

/** Fills in the form of a new case, which asks for no more, and saves it. */
export async function saveNewCase({ page }: ConsolePage, number: string): Promise<void> {
  await page.getByLabel('患者编号').fill(number);
  await page.getByLabel('诊断编码').click();
  await page.keyboard.type('F20.0');
  await page.keyboard.press('Enter');
  await page.getByLabel('确诊日期').fill('2026-11-01');
  await page.getByRole('button', { name: '保存档案' }).click();
  await page.getByRole('heading', { name: /下次随访在/ }).waitFor();
}

/** One of "More" on the page of a case. */
export async function chooseMore({ page }: ConsolePage, name: string): Promise<void> {
  await page.getByRole('button', { name: /更\s?多/ }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}
