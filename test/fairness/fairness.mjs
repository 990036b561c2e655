// `npm run fairness [-- --draws <n>]`: counts and tests the chances, and writes docs/fairness.md; with another number of draws the page goes to stdout instead.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureOdds } from './county-size.mjs';
import { countInstance } from './exact.mjs';
import { INSTANCES } from './instances.mjs';
import { measureMeetings } from './meetings.mjs';
import { fairnessPage } from './page.mjs';
import { equalAgency, largeAgency } from './settings.mjs';

const DRAWS = 6000;
const MEETING_DRAWS = 500;
const say = (text) => process.stderr.write(`· ${text}\n`);

const given = process.argv.indexOf('--draws');
const draws = given < 0 ? DRAWS : Number(process.argv[given + 1]);
if (!Number.isInteger(draws) || draws < 1) throw new RangeError('fairness: --draws wants a whole number from 1');

const counted = INSTANCES.map((instance) => {
  say(instance.name);
  return countInstance(instance);
});
say(`an agency of county size, ${draws} draws`);
const odds = measureOdds(largeAgency(), draws);
say('who meets whom');
const meetings = [largeAgency(), equalAgency()].map((setting) => measureMeetings(setting, Math.min(draws, MEETING_DRAWS)));
const page = fairnessPage({ counted, odds, meetings });
if (draws === DRAWS) writeFileSync(join(import.meta.dirname, '../../docs/fairness.md'), page);
else process.stdout.write(page);

const wrong = counted.filter((one) => one.wrong > 0).map(({ instance }) => instance.name);
if (wrong.length > 0) {
  say(`not exactly q/N: ${wrong.join('; ')}`);
  process.exitCode = 1;
}
