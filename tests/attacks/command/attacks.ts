import type { CommandLimits, CommandRun } from '@preflag/sandbox';

const MB = 1024 * 1024;

/** Something hostile that a program does, and what must come of it. */
export interface Attack {
  /** Its number among the 70 attacks of the design; several programs may try one attack. */
  readonly attack: number;
  readonly name: string;
  /** For `sh -c`. */
  readonly sh?: string;
  /** For `python3 -c`. */
  readonly python?: string;
  readonly ends: readonly CommandRun['status'][];
  readonly says?: RegExp;
  /** All that it printed to stdout. */
  readonly prints?: string | RegExp;
  /** Delivered files as texts, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What was not taken: `path: what`. */
  readonly skipped?: readonly string[];
  readonly limits?: Partial<CommandLimits>;
  /** A program that the attack needs and that need not be there. */
  readonly needs?: string;
}

/** Numbers of system calls (asm/unistd_64.h, asm-generic/unistd.h). */
const CALLS =
  process.arch === 'arm64'
    ? { mount: 40, unshare: 97, chroot: 51, ioUringSetup: 425, ioUringEnter: 426, bpf: 280, perf: 241, keyctl: 219, ptrace: 117 }
    : { mount: 165, unshare: 272, chroot: 161, ioUringSetup: 425, ioUringEnter: 426, bpf: 321, perf: 298, keyctl: 250, ptrace: 101 };

/** Prints how each of some expressions ends: its value, or the name of its errno. */
function tried(...expressions: string[]): string {
  return [
    'import errno, os, socket, ctypes',
    'libc = ctypes.CDLL(None, use_errno=True)',
    'def call(number, *args):',
    '  if libc.syscall(number, *args) < 0: raise OSError(ctypes.get_errno(), "")',
    'def text(path): return open(path, "rb").read().decode("latin1")',
    ...expressions.map(
      (expression) => `try: print(${expression})\nexcept OSError as e: print(errno.errorcode.get(e.errno, type(e).__name__))`,
    ),
  ].join('\n');
}

const PROCESSES: readonly Attack[] = [
  {
    attack: 41,
    name: 'a fork bomb',
    python: 'import os\nwhile True:\n  try: os.fork()\n  except OSError: pass',
    // Pages that processes share count for each, so that the limit of memory may be the first.
    ends: ['quota', 'memory_limit'],
    says: /more than 200 processes and threads|of memory/,
  },
  {
    attack: 41,
    name: 'a thread bomb',
    python:
      'import threading, time\nwhile True:\n  try: threading.Thread(target=time.sleep, args=(100,), daemon=True).start()\n  except RuntimeError: pass',
    ends: ['quota'],
    says: /more than 200 processes and threads/,
  },
  {
    attack: 41,
    name: 'a daemon in a session of its own',
    sh: 'setsid sh -c "sleep 31337" >/dev/null 2>&1 & exit 0',
    ends: ['ok'],
  },
  { attack: 41, name: 'nohup', sh: 'nohup sh -c "sleep 31337" >/dev/null 2>&1 & exit 0', ends: ['ok'] },
  {
    attack: 41,
    name: 'an orphan that ignores signals and holds stdout',
    python:
      'import os, signal, time\nif os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    for n in range(1, 30):\n      try: signal.signal(n, signal.SIG_IGN)\n      except OSError: pass\n    os.execv("/bin/sleep", ["sleep", "31337"])\n  os._exit(0)\nprint("done")',
    ends: ['ok'],
    prints: 'done\n',
  },
  {
    attack: 41,
    name: 'memory of several processes',
    python: 'import os\nos.fork(); os.fork()\nx = []\nwhile True: x.append(b"x" * 10**6)',
    ends: ['memory_limit'],
  },
  {
    attack: 30,
    name: 'CPU of several processes',
    python: 'import os\nos.fork(); os.fork()\nwhile True: pass',
    ends: ['cpu_limit'],
    limits: { commandCpuMs: 300 },
  },
  { attack: 37, name: 'waiting for ever', sh: 'trap "" TERM INT HUP; sleep 31337', ends: ['timeout'], limits: { commandMs: 300 } },
];

const SPACE: readonly Attack[] = [
  { attack: 42, name: 'one endless file', sh: 'exec cat /dev/zero > big', ends: ['quota'], says: /longer than all files|together/ },
  {
    attack: 42,
    name: 'many files',
    sh: 'i=0; while :; do head -c 300000 /dev/zero > f$i; i=$((i+1)); done',
    ends: ['quota'],
    says: /together/,
  },
  {
    attack: 42,
    name: 'one file that is all hole',
    sh: 'exec truncate -s 100G sparse',
    ends: ['quota', 'error'],
    says: /./,
    files: { sparse: '' },
  },
  {
    attack: 42,
    name: 'several files that are all hole',
    sh: 'for i in 1 2 3 4; do truncate -s 3M s$i; done; sleep 20',
    ends: ['quota'],
    says: /together/,
  },
  {
    attack: 42,
    name: 'a million empty files',
    python: 'i = 0\nwhile True:\n  open(str(i), "w").close(); i += 1',
    ends: ['quota'],
    says: /more than 5\d\d files/,
  },
  {
    attack: 42,
    name: 'folders without a bottom',
    python: 'import os\nwhile True:\n  os.mkdir("d"); os.chdir("d")',
    ends: ['quota'],
    says: /deep|files and folders/,
  },
  {
    attack: 42,
    name: 'a full /tmp',
    sh: 'cat /dev/zero > /tmp/x; cat /dev/zero > /dev/shm/x; cat /dev/zero > ~/x; du -m /tmp /dev/shm ~ | cut -f1',
    ends: ['ok'],
    prints: '4\n4\n4\n',
  },
  {
    attack: 42,
    name: 'a million empty files in /tmp',
    python: 'i = 0\nwhile True:\n  open(f"/tmp/{i}", "w").close(); i += 1',
    ends: ['quota'],
    says: /folders in memory/,
  },
  { attack: 42, name: 'a /dev that grows', sh: 'cat /dev/zero > /dev/x', ends: ['error'], says: /Read-only|cannot create/ },
  { attack: 43, name: 'an endless output', sh: 'yes flood', ends: ['output_limit'], says: /printed more than 20 MB/ },
  { attack: 43, name: 'an endless line', sh: 'cat /dev/zero', ends: ['output_limit'] },
  {
    attack: 43,
    name: 'bytes that a terminal obeys',
    sh: String.raw`printf '\033[31mred\033[0m\033]0;title\007\033[2J\r\n'; head -c 3000 /dev/urandom >&2`,
    ends: ['ok'],
  },
];

const FILES: readonly Attack[] = [
  {
    attack: 46,
    name: 'paths out of the workspace',
    sh: 'echo x > ../x; echo x > /x; echo x > /usr/x; mkdir /workspace-evil; ls /workspace/..',
    ends: ['ok'],
    prints: /^bin\ndev\netc\nhome\nlib/,
    files: {},
  },
  {
    attack: 47,
    name: 'links to what is secret',
    sh: 'ln -s /etc/shadow report.txt; ln -s /proc/self/environ env; ln -s / root; ln -s ../../.. up; mkdir d; ln -s ../report.txt d/x; cat report.txt root/etc/shadow',
    ends: ['error'],
    prints: '',
    files: {},
    skipped: ['d/x: link', 'env: link', 'report.txt: link', 'root: link', 'up: link'],
  },
  {
    attack: 48,
    name: 'what is no ordinary file',
    python: [
      'import os, socket',
      'open("a", "w").write("a"); os.link("a", "b"); os.mkfifo("pipe")',
      'socket.socket(socket.AF_UNIX).bind("socket")',
      'open("suid", "w").write("x"); os.chmod("suid", 0o4755)',
      'for n, f in [("hard", lambda: os.link("/usr/bin/env", "hard")), ("null", lambda: os.mknod("null", 0o20666, os.makedev(1, 3))), ("disk", lambda: os.mknod("disk", 0o60666, os.makedev(254, 0)))]:',
      '  try: f()\n  except OSError as e: print(n, e.errno)',
    ].join('\n'),
    ends: ['ok'],
    prints: 'hard 18\nnull 1\ndisk 1\n',
    files: {},
    skipped: ['a: hard-link', 'b: hard-link', 'pipe: fifo', 'socket: socket', 'suid: setuid'],
  },
  {
    attack: 48,
    name: 'a file without rights, in a folder without rights',
    sh: 'mkdir shut; echo x > shut/x; chmod 0 shut/x shut; echo y > y',
    ends: ['ok'],
  },
  {
    attack: 50,
    name: 'settings that others obey',
    sh: 'mkdir -p .claude .git/hooks .vscode; echo "{}" > .claude/settings.json; echo evil > .git/hooks/post-checkout; echo "{}" > .vscode/tasks.json; echo evil > .bashrc; echo data > data.txt',
    ends: ['ok'],
    files: { 'data.txt': 'data\n' },
  },
  {
    attack: 54,
    name: 'a repository whose settings run programs',
    sh: String.raw`mkdir -p .git/hooks sub/.git; printf '[core]\n\tfsmonitor = touch /pwned\n' | tee .git/config > sub/.git/config; ln -s /etc .git/modules; echo x > sub/a.txt`,
    ends: ['ok'],
    files: { 'sub/a.txt': 'x\n' },
    skipped: [],
  },
  {
    attack: 51,
    name: 'names',
    python: [
      'import os',
      'for n in [b"new\\nline", b"esc\\x1b[2J", b"\\xff\\xfe", b"__proto__", b"back\\\\slash", "\\u202egnp.exe".encode(), b"x" * 255, b"CON", b"Case", b"case", b"=1+1", b"-rf", "e\\u0301".encode()]:',
      '  open(n, "w").write("1")',
    ].join('\n'),
    ends: ['ok'],
    files: Object.fromEntries(
      ['\u202egnp.exe', 'x'.repeat(255), 'CON', 'Case', 'case', '=1+1', '-rf', 'e\u0301'].map((name) => [name, '1']),
    ),
    skipped: ['__proto__: name', 'back\\slash: name', 'esc\\x1b[2J: name', 'new\\x0aline: name', '\\xff\\xfe: name'],
  },
  {
    attack: 52,
    name: 'mounts and what is read-only',
    python: tried(
      `call(${CALLS.mount}, b"none", b"/usr", b"", 32, b"")`,
      `call(${CALLS.unshare}, 0x10000000)`,
      `call(${CALLS.chroot}, b"/")`,
      'open("/usr/x", "w")',
      'open("/etc/passwd", "w")',
      'open("/proc/sys/kernel/core_pattern", "w")',
      'open("/proc/sysrq-trigger", "w")',
    ),
    ends: ['ok'],
    prints: /^EPERM\nEPERM\nEPERM\nEROFS\nEROFS\nEROFS\n(?:EROFS|EACCES|ENOENT)\n$/,
  },
  {
    attack: 53,
    name: 'other ways to the root and to the environment of others',
    python: tried(
      'os.listdir("/proc/self/root/home")',
      'text("/proc/self/root/etc/shadow")',
      'text("/proc/1/root/etc/shadow")',
      'repr(text("/proc/1/environ"))',
      'sorted(p for p in os.listdir("/proc") if p.isdigit())',
      'text("/proc/kcore")[:1]',
      'os.listdir("/sys")',
    ),
    ends: ['ok'],
    prints: /^\['agent'\]\nENOENT\nENOENT\n''\n\['1', '2'\]\n(?:EACCES|ENOENT)\nENOENT\n$/,
  },
  {
    attack: 53,
    name: 'the loader as a program, and a jail in the jail',
    sh: 'loader=$(ls /lib64/ld-linux-x86-64.so.2 /lib/ld-linux-aarch64.so.1 2>/dev/null); $loader /usr/bin/cat /etc/shadow; $loader /usr/bin/unshare -r id; $loader "$(command -v bwrap)" --ro-bind / / id',
    ends: ['error'],
    prints: '',
  },
  {
    attack: 53,
    name: 'open files of whoever started it',
    python:
      'import os\nprint([n for n in map(int, os.listdir("/proc/self/fd")) if n > 2 and os.path.exists(f"/proc/self/fd/{n}") and os.readlink(f"/proc/self/fd/{n}") != "/dev/null"])',
    ends: ['ok'],
    prints: '[]\n',
  },
];

const WORLD: readonly Attack[] = [
  {
    attack: 61,
    name: 'curl past any proxy',
    needs: '/usr/bin/curl',
    sh: 'for to in http://1.1.1.1 http://169.254.169.254/latest/meta-data; do curl -s -m 5 --noproxy "*" $to; echo $?; done',
    ends: ['ok'],
    prints: '7\n7\n',
  },
  {
    attack: 61,
    name: 'sockets to the world and to the host',
    python: tried(
      'socket.create_connection(("8.8.8.8", 53), 3)',
      'socket.create_connection(("2606:4700:4700::1111", 443), 3)',
      'socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("8.8.8.8", 53))',
      'socket.getaddrinfo("example.com", 80)',
      'socket.create_connection(("127.0.0.1", int(os.environ["HOST_PORT"])), 3)',
    ),
    ends: ['ok'],
    prints: /^ENETUNREACH\n(?:ENETUNREACH|EADDRNOTAVAIL)\nENETUNREACH\n\w+\nECONNREFUSED\n$/,
  },
  {
    attack: 63,
    name: 'the environment',
    sh: 'env | sort; tr "\\0" "\\n" < /proc/self/environ | sort',
    ends: ['ok'],
    prints: /^(?:(?:HOME|HOST_PORT|LANG|PATH|PWD)=.*\n)+$/,
  },
  {
    attack: 66,
    name: 'sockets of other kinds, and a socket of the host without a name',
    python: tried(
      ...[16, 17, 38, 40, 31, 29].map(
        (family) => `socket.socket(${family}, socket.SOCK_RAW if ${family} in (16, 17) else socket.SOCK_STREAM)`,
      ),
      'socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)',
      'socket.socket(socket.AF_UNIX).connect("\\0preflag-test-attack-66")',
      ...[CALLS.ioUringSetup, CALLS.ioUringEnter, CALLS.bpf, CALLS.perf, CALLS.keyctl, CALLS.ptrace].map(
        (number) => `call(${number}, 1, 0, 0, 0, 0)`,
      ),
    ),
    ends: ['ok'],
    prints: `${[...Array<string>(7).fill('EPERM'), 'ECONNREFUSED', ...Array<string>(6).fill('EPERM')].join('\n')}\n`,
  },
  {
    attack: 69,
    name: 'a process that goes on writing',
    sh: 'echo one > file; setsid sh -c "while :; do echo more >> file; echo late > late; done" >/dev/null 2>&1 & sleep 0.2; exit 0',
    ends: ['ok', 'quota'],
  },
  {
    attack: 49,
    name: 'a folder that is swapped for a link',
    sh: 'setsid sh -c "while :; do mkdir d; echo mine > d/hostname; mv d e; ln -s /etc d; rm -f d; rm -r e; done" >/dev/null 2>&1 & sleep 0.3; exit 0',
    ends: ['ok', 'quota'],
  },
];

export const LIMITS: Partial<CommandLimits> = {
  commandMs: 30_000,
  commandBytes: 256 * MB,
  commandTasks: 200,
  commandOutputBytes: 20 * MB,
  commandScratchBytes: 4 * MB,
  commandFiles: 500,
  logBytes: 20_000,
  workspaceBytes: 8 * MB,
};

export const ATTACKS: readonly Attack[] = [...PROCESSES, ...SPACE, ...FILES, ...WORLD];
