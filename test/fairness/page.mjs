// docs/fairness.md from what was measured.

const thousands = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const fixed = (value, digits) => value.toFixed(digits);
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const sizeOf = ({ wanted, capacity }) => `${wanted.length} × ${capacity.length}`;

/** One line of the first table; the test of this page makes it again. */
export const exactLine = ({ instance, outcomes, pairs, wrong, fromIndependence }) =>
  row([instance.name, sizeOf(instance), instance.bits, instance.orders === 'all' ? 'all' : `${instance.orders} of each`, thousands(outcomes), pairs - wrong === pairs ? `all ${pairs}` : `${pairs - wrong} of ${pairs}`, instance.orders === 'all' ? fixed(fromIndependence, 4) : '']);

const exactTable = (counted) =>
  [row(['agency', 'visits × people', 'K', 'shuffles', 'outcomes', 'pairs whose chance is exactly q/N', 'meeting, farthest from independence']), row(Array(7).fill('---')), ...counted.map(exactLine)].join('\n');

const meetingRows = ({ inspectors, targets, pairs, draws, independent, own, one }) => [
  [`${inspectors} people, ${targets} visits of two, ${thousands(pairs)} pairs`, 'if visits had nothing to do with each other', '', fixed(independent, 1), '', 'about 1'],
  ['', 'an order of its own for every target (M6.1)', thousands(draws), fixed(own.again, 1), fixed(own.most, 2), fixed(own.spread, 2)],
  ['', 'one random order for all targets', thousands(draws), fixed(one.again, 1), fixed(one.most, 2), fixed(one.spread, 2)],
];

const meetingTable = (meetings) =>
  table(['agency', 'people stand', 'draws', 'pairs that meet twice or more', 'the most one pair meets', 'Σ (met − expected)² / expected, a pair'], meetings.flatMap(meetingRows));

const countyText = ({ draws, people, targets, pairs, odds, whole, least, below, farthest }) => `An agency of ${people} people visits ${targets} targets, two people each; every twelfth pair is barred, some people can do twice as much as others, and 5 % of the capacity is spare (the agency of \`npm run bench\`). Its odds are from ${odds.least} to ${odds.most} of 65,536, over ${thousands(pairs)} pairs. It is drawn ${thousands(draws)} times, each with the stream that M3 gives for a key of its own.

- **Chi-square.** At every visit one of the two who came is picked evenly, by a chance that has nothing to do with the draw: over the draws that is a multinomial sample with chances q/(2N), for which the statistic needs no correction. Over all ${targets} visits χ² = ${fixed(whole.statistic, 1)} with ${thousands(whole.degrees)} degrees of freedom, p = ${fixed(whole.p, 3)}. (Visits of one draw share the people's capacities, so the sum is chi-square only nearly; that of one visit is.)
- **Visit by visit.** ${below} of ${targets} visits have p < 0.01, where ${fixed(targets / 100, 0)} are to be expected; the least p is ${least.p.toPrecision(2)}, which for the least of ${targets} means p = ${fixed(least.corrected, 2)}.
- **Pair by pair.** The pair farthest from its chance is ${fixed(farthest.far, 2)} standard errors from it; that one of ${thousands(pairs)} is as far has p ≤ ${farthest.p.toPrecision(2)}.`;

export const fairnessPage = ({ counted, odds, meetings }) => `# Are the odds what they say?

\`\`\`
npm run fairness
\`\`\`

writes this page (some minutes), from fixed seeds: on every machine the same. match-spec M6.6 promises that a pair is assigned with chance exactly q/N. Here that is counted where everything can be counted, and tested where it cannot. \`ssj fairness\` tells the same figures of one draw, from its record.

## Every outcome of small agencies

The coins of M6.4 are thrown in every way; where the agency is small enough, the shuffles of M6.1 and M6.2 are tried in every way, too, otherwise several of them, each with every way of the coins. An outcome of n coins has the weight 2^−n. Every outcome fills every place with different eligible people, keeps every capacity, and gives every person the expected number of visits rounded down or up; one that did not would end the run. The chance of a pair is the sum of the weights, compared as whole numbers.

${exactTable(counted)}

The last column: the chance that two people meet at one visit, beside the figure for people who have nothing to do with each other but that so many of them come and each has the chance of the table (\`meetingChances\`): exact for two places, near for three. Where not all shuffles are tried it says nothing.

## A large agency

${countyText(odds)}

## Who meets whom

Two people who always go together can arrange what they find, so it matters how often the same two meet. Figures are means over the draws, which are the same for both orders:

${meetingTable(meetings)}

The rounding takes neighbours of a list and gives what one loses to the other. With one order for all targets the same two are neighbours everywhere, and what becomes of them at one target becomes of them at the next. Hence the order of its own for every target. (Of the 12 people every pair is to meet three times: there one order takes meetings from most pairs and gives them to few.)

Code: \`test/fairness/\`. Another agency is one more line in \`instances.mjs\`; a rule that every outcome must keep is one more law in \`laws.mjs\`.
`;
