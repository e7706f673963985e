import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUser } from './support/api-user.js';
import { ConsolePage } from './support/console-page.js';
import { CutLine } from './support/cut-line.js';

describe('the stream of events', () => {
  let line: CutLine;
  let street: ConsolePage;

  beforeEach(async () => {
    line = await CutLine.open(process.env['TEST_CONSOLE_URL']!);
    street = await ConsolePage.open({ address: line.address, expectedErrors: [/net::ERR_/] });
  });
  afterEach(async () => {
    await street.close();
    await line.close();
  });

  it('goes on after a cut where it was: what colleagues did meanwhile is on the page', async () => {
    await street.story('events-line', async () => {
      const colleague = await ApiUser.signIn('psychiatrist');
      const caseId = await (await ApiUser.signIn('street')).newCase();
      const readAgain = () => street.page.waitForResponse(/\/tasks\/summary/);
      const opened = street.page.waitForRequest(/\/api\/v1\/events$/);
      await street.signInAs('street', '/today');
      await opened;
      await street.settled();
      const first = readAgain();
      await colleague.visit(caseId, { visitedOn: '2026-11-20' });
      await first;

      line.cut();
      await colleague.visit(caseId, { visitedOn: '2026-11-22' });
      const second = readAgain();
      line.mend();
      await second;
      expect(line.lastEventIds.length).toBeGreaterThan(0);
    });
  });
});
