/** `ssj seed commit`: a party of a joint seed commits itself to a secret, here or elsewhere. */
import { resolve } from 'node:path';
import { type Digest, type DrawId, isDrawId, isParty, jointCommitment, type Scheme, schemeSchema } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { changeCounty } from '../county/change-county.js';
import { type County, type Outcomes } from '../county/county.js';
import { freshSecret, hexOf, jointSecretText } from '../county/joint-secret.js';
import { textOption } from '../county/options.js';
import { done, refused } from '../county/outcome.js';
import { openSeed, seedChange } from '../county/seed-change.js';
import { writeOutput } from '../county/write-output.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { jointSecretFile, SECRET_MODE } from '../workspace/paths.js';

interface Committed {
  readonly drawId: DrawId;
  readonly commitment: Digest;
  /** Where the secret is kept, if it was made here. */
  readonly file?: string;
}

export const seedCommit: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const party = textOption(options, 'party') ?? '';
  const output = textOption(options, 'output');
  const given = textOption(options, 'commitment');
  if (!isParty(party)) return refused([{ code: 'joint-party-bad', severity: 'error', fields: { raw: party } }]);
  if (output !== undefined && given !== undefined) return refused([{ code: 'option-conflict', severity: 'error', fields: { a: '--output', b: '--commitment' } }]);
  const givenScheme = textOption(options, 'scheme') ?? 'ssj/1';
  const scheme = schemeSchema.safeParse(`${givenScheme}${context.options.rehearsal ? '-rehearsal' : ''}`);
  if (!scheme.success || givenScheme.endsWith('-rehearsal')) return refused([{ code: 'scheme-bad', severity: 'error', fields: { raw: givenScheme } }]);
  if (output !== undefined) return commitElsewhere({ context, drawId: word, party, output, scheme: scheme.data });
  if (textOption(options, 'scheme') !== undefined) return refused([{ code: 'scheme-without-output', severity: 'error', fields: {} }]);
  const changed = await changeCounty<Committed>({ context, command: `seed commit ${word}`, build: async (county) => buildCommit({ context, county, word, party, given }) });
  if (!changed.ok) return refused(changed.error);
  const { value, notices } = changed.value;
  return committedOutcome(context, party, value, notices);
};

const committedOutcome = ({ options }: Context, party: string, { drawId, commitment, file }: Committed, problems: Outcome['problems']): Outcome => {
  const mark = options.rehearsal ? '【演练】' : '';
  // A commitment that never comes to be must not be sent by mistake.
  if (options.dryRun) return done({ lines: [`试运行，没有写入任何文件：${party} 现在可以提交 ${drawId} 的承诺。`], data: { drawId, party }, problems });
  return done({
    lines: [`${mark}已记下 ${party} 对 ${drawId} 联合种子的承诺：${commitment}`, ...(file === undefined ? [] : [`${party} 的秘密在 ${file}，只有您能读；各方都承诺以后用 ssj seed reveal 揭示，在此之前不要给任何人看。`])],
    data: { drawId, party, commitment },
    problems,
  });
};

interface BuildCommitInput {
  readonly context: Context;
  readonly county: County;
  readonly word: string;
  readonly party: string;
  readonly given: string | undefined;
}

const buildCommit = ({ context, county, word, party, given }: BuildCommitInput): Outcomes<ChangeSet<Committed>> => {
  const opened = openSeed(context, county, word);
  if (!opened.ok) return opened;
  const { drawId, round, scheme } = opened.value.terms;
  const event = (commitment: Digest) => [{ type: 'committed', body: { drawId, round, party, commitment } }] as const;
  if (given !== undefined) {
    const sent = hexOf(given);
    return sent.ok ? seedChange({ context, county, opened: opened.value, events: event(sent.value), value: { drawId, commitment: sent.value } }) : sent;
  }
  const secret = freshSecret(context.host.randomSecret());
  const commitment = jointCommitment({ scheme, drawId, party, secret, hash: context.host.hash });
  const file = jointSecretFile(drawId, party);
  const files = [{ path: file, content: jointSecretText({ drawId, party, secret }), mode: SECRET_MODE, isImmutable: true }];
  return seedChange({ context, county, opened: opened.value, events: event(commitment), files, value: { drawId, commitment, file } });
};

interface ElsewhereInput {
  readonly context: Context;
  readonly drawId: string;
  readonly party: string;
  readonly output: string;
  /** As the notice of the seal says: a commitment under another one cannot be opened. */
  readonly scheme: Scheme;
}

/** For a party that has no county's folder: the secret stays with it, the commitment goes to the office. */
const commitElsewhere = ({ context, drawId, party, output, scheme }: ElsewhereInput): Outcome => {
  if (!isDrawId(drawId)) return refused([{ code: 'draw-id-needed', severity: 'error', fields: { raw: drawId } }]);
  const { host, options } = context;
  const secret = freshSecret(host.randomSecret());
  const commitment = jointCommitment({ scheme, drawId, party, secret, hash: host.hash });
  const file = resolve(host.cwd(), output);
  const written = writeOutput(context, file, new TextEncoder().encode(jointSecretText({ drawId, party, secret })), SECRET_MODE);
  if (!written.ok) return refused(written.error);
  if (options.dryRun) return done({ lines: [`试运行，没有写入任何文件：可以写出 ${file}`], data: { drawId, party } });
  return done({
    lines: [
      `${options.rehearsal ? '【演练】' : ''}${party} 对 ${drawId} 联合种子的承诺：${commitment}`,
      `这个承诺按方案 ${scheme} 生成；封存公告写的是另一个方案时，请用 --scheme 重新生成，否则以后揭示不了。`,
      `请把承诺交给组织机关，由它登记：ssj seed commit ${drawId} --party ${party} --commitment ${commitment}`,
      `秘密在 ${file}，只有您能读；组织机关通知各方都已承诺、且它自己先揭示之后，再把其中的 secret 交给它。`,
    ],
    data: { drawId, party, commitment, file, scheme },
  });
};
