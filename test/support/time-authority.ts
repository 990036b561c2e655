/** A time-stamp authority for one test, made with the openssl command; it vouches for nothing. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFIG = `[ req ]
distinguished_name = name
[ name ]
[ root ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[ stamp ]
basicConstraints = CA:false
extendedKeyUsage = critical, timeStamping
[ tsa ]
default_tsa = main
[ main ]
serial = serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
ess_cert_id_alg = sha256
`;

export interface TimeAuthority {
  /** PEM of its root. */
  readonly root: string;
  /** Answers a request. */
  readonly stamp: (request: string, response: string) => void;
}

/** `undefined` where there is no openssl 3. */
export const timeAuthority = (dir: string): TimeAuthority | undefined => {
  const version = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  if (version.error !== undefined || !version.stdout.startsWith('OpenSSL 3')) return undefined;
  const openssl = (...args: readonly string[]): void => {
    const ran = spawnSync('openssl', args, { cwd: dir, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${ran.stderr}`);
  };
  writeFileSync(join(dir, 'tsa.cnf'), CONFIG);
  writeFileSync(join(dir, 'serial'), '01\n');
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=Test root', '-days', '3650', '-config', 'tsa.cnf', '-extensions', 'root');
  openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Test authority', '-config', 'tsa.cnf');
  openssl('x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '3650', '-extfile', 'tsa.cnf', '-extensions', 'stamp', '-out', 'tsa.pem');
  return {
    root: join(dir, 'root.pem'),
    stamp: (request, response) => openssl('ts', '-reply', '-config', 'tsa.cnf', '-section', 'main', '-queryfile', request, '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', response),
  };
};
