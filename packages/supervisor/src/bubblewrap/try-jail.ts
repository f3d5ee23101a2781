import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBubblewrap, type Jail, jailCommand } from './jail.ts';
import { seccompFilter } from './seccomp-filter.ts';

/** Why a jail cannot be had here, and what to do about it. */
export interface JailObstacle {
  readonly cause: string;
  readonly fix: string;
}

const TRY_MS = 10_000;
const STDIN = 0;

/** Starts Node in the jail and waits for it, for 20 to 100 ms. `undefined`: it works. */
export function tryJail(jail: Jail): JailObstacle | undefined {
  const missing = missingParts();
  if (missing) return missing;
  const answer = runInJail(jail, ['--version']);
  return answer?.stdout.trim() === process.version ? undefined : explainHere(answer?.stderr ?? '');
}

/** What every jail needs and is not there. */
export function missingParts(): JailObstacle | undefined {
  if (process.platform !== 'linux') return NOT_LINUX;
  if (findBubblewrap() === undefined) return NOT_INSTALLED;
  if (seccompFilter() === undefined) return noFilter();
  return undefined;
}

/** Runs Node in the jail to its end, at most 10 s. `undefined` where there is no bubblewrap or no filter. */
export function runInJail(jail: Jail, args: readonly string[]): { readonly stdout: string; readonly stderr: string } | undefined {
  const jailed = jailCommand(jail, STDIN);
  if (!jailed) return undefined;
  const [program = '', ...words] = jailed.command;
  const { stdout, stderr, error } = spawnSync(program, [...words, ...args], {
    input: jailed.filter,
    env: {},
    encoding: 'utf8',
    timeout: TRY_MS,
  });
  return { stdout, stderr: error?.message ?? stderr };
}

const NOT_LINUX: JailObstacle = {
  cause: 'it needs Linux: namespaces and seccomp are of its kernel',
  fix: "Run it on Linux or in a virtual machine with Linux, or take the level 'standard'.",
};
const NOT_INSTALLED: JailObstacle = {
  cause: 'bubblewrap is not installed',
  fix: 'Install it: apt install bubblewrap, dnf install bubblewrap, apk add bubblewrap or pacman -S bubblewrap.',
};

function noFilter(): JailObstacle {
  return { cause: `there is no seccomp filter for the processor type ${process.arch}`, fix: 'Use x86_64 or aarch64.' };
}

/** {@link explain}, with the settings of this kernel. */
export function explainHere(stderr: string): JailObstacle {
  return explain(stderr, readSetting);
}

/**
 * What the words of bubblewrap and the settings of the kernel mean.
 *
 * @param setting reads a file of /proc/sys; `undefined` when there is none
 */
export function explain(stderr: string, setting: (name: string) => string | undefined): JailObstacle {
  const said = stderr.trim().split('\n').at(-1) ?? '';
  const named = said === '' ? '' : ` (${said})`;
  if (/unknown option/i.test(said)) {
    return { cause: `bubblewrap is too old${named}`, fix: 'Install bubblewrap 0.5 or later.' };
  }
  if (/seccomp/i.test(said)) {
    return { cause: `the kernel takes no seccomp filter${named}`, fix: 'Use a kernel with CONFIG_SECCOMP_FILTER.' };
  }
  if (!/namespace|uid map|gid map|RTM_NEWADDR|not permitted|permission denied|no space left/i.test(said)) {
    return { cause: `bubblewrap failed${named}`, fix: 'Run `bwrap --unshare-all --ro-bind / / true` and mend what it says.' };
  }
  if (setting('user/max_user_namespaces') === '0') {
    return { cause: `the kernel allows no user namespaces${named}`, fix: 'Run: sudo sysctl -w user.max_user_namespaces=15000' };
  }
  if (setting('kernel/unprivileged_userns_clone') === '0') {
    return {
      cause: `only root may make user namespaces here${named}`,
      fix: 'Run: sudo sysctl -w kernel.unprivileged_userns_clone=1',
    };
  }
  if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1') {
    return {
      cause: `AppArmor keeps bubblewrap from using user namespaces, as Ubuntu does since 23.10${named}`,
      fix: APPARMOR_FIX,
    };
  }
  return {
    cause: `this process may not make namespaces, as in most containers${named}`,
    fix: 'Start the container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined, or run outside of it.',
  };
}

const APPARMOR_FIX = `Let it, and only it:
  printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap /usr/bin/bwrap flags=(unconfined) {\\n  userns,\\n}\\n' | sudo tee /etc/apparmor.d/bwrap
  sudo apparmor_parser -r /etc/apparmor.d/bwrap`;

function readSetting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
