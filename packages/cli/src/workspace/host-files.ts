/** What the program asks of a file system. */

/** What stands at a path; links are not followed. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'symlink' | 'other';
  readonly bytes: number;
  /** Nothing can be renamed from one to another. */
  readonly device: number;
}

/** A file somewhere below a folder. */
export interface ListedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly kind: Exclude<FileStat['kind'], 'folder'>;
  readonly bytes: number;
}

/** Every function throws the system's own error (`code`, `syscall`, `path`) when it fails. */
export interface HostFiles {
  readonly readFile: (path: string) => Uint8Array;
  /** `undefined` where there is nothing. */
  readonly stat: (path: string) => FileStat | undefined;
  /** Names in one folder, in no particular order. */
  readonly names: (folder: string) => readonly string[];
  /** All files below a folder, hidden ones included, ascending by path in UTF-16 order. */
  readonly list: (folder: string) => readonly ListedFile[];
  /** Throws where a file or folder that is there may not be changed. */
  readonly checkWritable: (path: string) => void;
  /** One level; throws EEXIST. */
  readonly makeFolder: (path: string) => void;
  /** Throws EEXIST; on the disk when it returns. */
  readonly writeNew: (path: string, bytes: Uint8Array, mode: number) => void;
  /** Replaces a file that is there. */
  readonly rename: (from: string, to: string) => void;
  readonly removeFile: (path: string) => void;
  /** Throws ENOTEMPTY. */
  readonly removeFolder: (path: string) => void;
  /** Entries of the folder are on the disk when it returns, where the system knows how. */
  readonly syncFolder: (path: string) => void;
}
