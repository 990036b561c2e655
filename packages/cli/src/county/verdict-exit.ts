/** The exit code of a verification. */
import type { PointVerdict } from '@shuangsuiji/core';
import { EXIT, type ExitCode } from '../exit-codes.js';

const EXITS: Readonly<Record<PointVerdict, ExitCode>> = { identical: EXIT.done, different: EXIT.different, unverifiable: EXIT.unverifiable };

export const exitOfVerdict = (verdict: PointVerdict): ExitCode => EXITS[verdict];
