/** `ssj seed reveal`: a party of a joint seed opens its commitment. */
import type { CommandAction } from '../command-action.js';
import { partiesOf, seedSteps } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { changeCounty } from '../county/change-county.js';
import type { County, Outcomes } from '../county/county.js';
import { hexOf, jointSecretOf } from '../county/joint-secret.js';
import { textOption } from '../county/options.js';
import { done, refused } from '../county/outcome.js';
import { openSeed, seedChange } from '../county/seed-change.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { jointSecretFile } from '../workspace/paths.js';

interface Contributed {
  readonly drawId: string;
  readonly secret: string;
  /** Parties that have not revealed yet. */
  readonly silent: readonly string[];
}

export const seedReveal: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const party = textOption(options, 'party') ?? '';
  const given = textOption(options, 'secret');
  const changed = await changeCounty<Contributed>({ context, command: `seed reveal ${word}`, build: async (county) => buildReveal({ context, county, word, party, given }) });
  if (!changed.ok) return refused(changed.error);
  const { value: { drawId, secret, silent }, notices } = changed.value;
  // A secret that was shown is revealed, whatever the ledger says.
  if (context.options.dryRun) return done({ lines: [`试运行，没有写入任何文件：${party} 现在可以揭示。`], data: { drawId, party }, problems: notices });
  const next = silent.length === 0 ? `各方都已揭示，联合种子已定：可以运行 ssj draw ${word}${context.options.rehearsal ? ' --rehearsal' : ''}。` : `还要揭示的：${silent.join('、')}。`;
  return done({ lines: [`${context.options.rehearsal ? '【演练】' : ''}${party} 已揭示：${secret}`, next], data: { drawId, party, secret, silent }, problems: notices });
};

interface BuildRevealInput {
  readonly context: Context;
  readonly county: County;
  readonly word: string;
  readonly party: string;
  readonly given: string | undefined;
}

const buildReveal = ({ context, county, word, party, given }: BuildRevealInput): Outcomes<ChangeSet<Contributed>> => {
  const opened = openSeed(context, county, word);
  if (!opened.ok) return opened;
  const { drawId, round, sources } = opened.value.terms;
  const parties = partiesOf(sources);
  // Whoever is no party has no file to look for.
  const secret = given === undefined && parties.includes(party) ? jointSecretOf(county.workspace, drawId, party) : hexOf(given ?? '0'.repeat(64));
  if (!secret.ok) return secret;
  const { secrets } = seedSteps(county.workspace.ledger.entries, opened.value.terms);
  return seedChange({
    context, county, opened: opened.value,
    events: [{ type: 'contributed', body: { drawId, round, party, secret: secret.value } }],
    removals: parties.includes(party) ? [jointSecretFile(drawId, party)] : [],
    value: { drawId, secret: secret.value, silent: parties.filter((one) => one !== party && !secrets.has(one)) },
  });
};
