import { expect, test } from 'vitest';
import { explain } from './try-jail.ts';

test.each<[string, string, Readonly<Record<string, string>>, RegExp, RegExp]>([
  [
    'Ubuntu 24.04',
    'bwrap: setting up uid map: Permission denied',
    { 'kernel/apparmor_restrict_unprivileged_userns': '1' },
    /AppArmor/,
    /\/etc\/apparmor\.d\/bwrap/,
  ],
  [
    'Ubuntu 24.04, later',
    'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted',
    { 'kernel/apparmor_restrict_unprivileged_userns': '1' },
    /AppArmor/,
    /apparmor_parser -r/,
  ],
  [
    'no user namespaces',
    'bwrap: Creating new namespace failed: No space left on device',
    { 'user/max_user_namespaces': '0' },
    /no user namespaces/,
    /sysctl -w user\.max_user_namespaces/,
  ],
  [
    'old Debian',
    'bwrap: No permissions to create new namespace, likely because the kernel does not allow non-privileged user namespaces.',
    { 'kernel/unprivileged_userns_clone': '0' },
    /only root/,
    /sysctl -w kernel\.unprivileged_userns_clone=1/,
  ],
  ['a container', 'bwrap: Creating new namespace failed: Operation not permitted', {}, /containers/, /--security-opt seccomp=unconfined/],
  ['an old bubblewrap', 'bwrap: Unknown option --clearenv', {}, /too old/, /0\.5 or later/],
  ['no seccomp', 'bwrap: prctl(PR_SET_SECCOMP): Invalid argument', {}, /no seccomp filter/, /CONFIG_SECCOMP_FILTER/],
  ['anything else', 'bwrap: Something new', {}, /bubblewrap failed \(bwrap: Something new\)/, /bwrap --unshare-all/],
])('%s', (_name, said, settings, cause, fix) => {
  expect(explain(`${said}\n`, (name) => settings[name])).toEqual({
    cause: expect.stringMatching(cause),
    fix: expect.stringMatching(fix),
  });
});
