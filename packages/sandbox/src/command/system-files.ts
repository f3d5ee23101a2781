/** What programs look up in /etc and what need not be the host's: place → content. Names and users of the host stay outside. */
export const SYNTHETIC_ETC: Readonly<Record<string, string>> = {
  '/etc/passwd': 'agent:x:1000:1000::/home/agent:/bin/sh\nnobody:x:65534:65534::/nonexistent:/bin/false\n',
  '/etc/group': 'agent:x:1000:\nnogroup:x:65534:\n',
  '/etc/hosts': '127.0.0.1 localhost sandbox\n::1 localhost sandbox\n',
  '/etc/hostname': 'sandbox\n',
  '/etc/resolv.conf': '',
  '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\nservices: files\nprotocols: files\n',
};

/** What programs need of the host's /etc, where it is there: libraries, certificates, time, fonts, kinds of files. No settings of the host. */
export const SHARED_ETC: readonly string[] = [
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'alternatives',
  'ssl/certs',
  'ssl/openssl.cnf',
  'ca-certificates',
  'pki/tls/certs',
  'pki/ca-trust/extracted',
  'localtime',
  'services',
  'protocols',
  'mime.types',
  'fonts',
].map((name) => `/etc/${name}`);

/** Programs and libraries. */
export const SYSTEM_FOLDERS: readonly string[] = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];
export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
export const WORKSPACE = '/workspace';
export const HOME = '/home/agent';
export const SCRATCH: readonly string[] = ['/tmp', HOME];
/** What is ours in the jail. */
export const OWN = '/run/preflag';
