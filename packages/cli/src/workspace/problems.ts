/** What can be wrong with a county's folder, or with the machine it lies on. Sentences live in messages/. */
import type { ProblemOf } from '@shuangsuiji/core';
import type { ZipRefusal } from '../zip/unpack.js';

/** Why a path is not written to or read from. */
export type PathRefusal =
  /** Not a plain relative path: absolute, `..`, an empty part, a backslash, a colon, or inside `.ssj`. */
  | 'not-inside'
  /** The path, or a folder on the way to it, is a symbolic link. */
  | 'symlink'
  /** A folder or a device stands where a file should be. */
  | 'not-a-file'
  /** A file stands where a folder should be. */
  | 'not-a-folder'
  /** A folder on the way is another disk, onto which nothing can be renamed. */
  | 'other-disk';

/** Fields of each problem of a county's folder, by code. Codes are stable and never reused. */
export interface WorkspaceProblemFields {
  /** No ssj.json there, nor (without --dir) in any folder above. */
  readonly 'workspace-missing': { readonly lookedAt: string };
  readonly 'workspace-exists': { readonly folder: string };
  /** Another command is at work. `file` is its lock; `command` and `since` (RFC 3339) are empty where they could not be read. */
  readonly 'workspace-locked': { readonly pid: number; readonly host: string; readonly isOtherHost: 'yes' | 'no'; readonly command: string; readonly since: string; readonly file: string };
  /** A folder with an ssj.json has lost its ledger. */
  readonly 'ledger-missing': { readonly file: string };
  /** The ledger changed on disk while the command was at work; numbers of the last line. */
  readonly 'ledger-moved': { readonly expected: number; readonly found: number };
  /** Warning: a torn last line was copied aside to `file` and cut. */
  readonly 'ledger-cut': { readonly row: number; readonly file: string };
  /** Warning: a command that had been stopped was completed. */
  readonly 'commit-completed': { readonly command: string; readonly files: number };
  /** The change counts, but could not be put in place in full: the next command completes it. */
  readonly 'commit-pending': { readonly path: string; readonly errno: string };
  /** What is left of a stopped command cannot be completed. */
  readonly 'commit-damaged': { readonly path: string };
  /** Warning: `init` found this file and left it as it is. */
  readonly 'file-kept': { readonly path: string };
  /** A file that must never change is there with other bytes. */
  readonly 'would-overwrite': { readonly path: string };
  readonly 'path-refused': { readonly path: string; readonly reason: PathRefusal };
  /** Another program (Excel) holds the file open. */
  readonly 'file-in-use': { readonly path: string };
  readonly 'folder-not-writable': { readonly path: string };
  readonly 'not-readable': { readonly path: string };
  readonly 'disk-full': { readonly path: string };
  readonly 'file-system-error': { readonly path: string; readonly errno: string };
  readonly 'snapshot-missing': { readonly digest: string; readonly folder: string };
  readonly 'record-missing': { readonly folder: string };
  /** More than 2 GB in all, or one file of more than 500 MB. */
  readonly 'record-too-large': { readonly folder: string; readonly megabytes: number };
  /** Cut short, or its bytes do not give what it says; `name` of an entry or empty. */
  readonly 'zip-damaged': { readonly file: string; readonly name: string };
  /** Something that no program writing a record does; `name` of an entry or empty. */
  readonly 'zip-refused': { readonly file: string; readonly name: string; readonly reason: ZipRefusal };
  /** SOURCE_DATE_EPOCH is no whole number from 0. */
  readonly 'clock-invalid': { readonly value: string };
  /** Somebody pressed Ctrl-C before anything was changed. */
  readonly interrupted: { readonly command: string };
}

/** A problem of a county's folder. */
export type WorkspaceProblem = ProblemOf<WorkspaceProblemFields>;

/** A problem that stops the work. */
export const refusal = <Code extends keyof WorkspaceProblemFields>(code: Code, fields: WorkspaceProblemFields[Code]) => ({ code, severity: 'error', fields }) as const;

/** Something that was mended on the way and is worth saying. */
export const notice = <Code extends keyof WorkspaceProblemFields>(code: Code, fields: WorkspaceProblemFields[Code]) => ({ code, severity: 'warning', fields }) as const;
