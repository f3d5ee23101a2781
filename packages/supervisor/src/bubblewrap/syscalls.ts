/** Numbers of a system call on x86_64 and on aarch64 (asm/unistd_64.h, asm-generic/unistd.h); `undefined` where there is none. */
export type Numbers = readonly [x64: number, arm64: number | undefined];

/** What a worker never needs: each fails with EPERM. A new call of the kernel is allowed until it stands here. */
export const DENIED_CALLS: Readonly<Record<string, Numbers>> = {
  // Sockets of every kind: the channel to the parent is open already.
  socket: [41, 198],
  socketpair: [53, 199],
  connect: [42, 203],
  bind: [49, 200],
  listen: [50, 201],
  accept: [43, 202],
  accept4: [288, 242],
  // Processes and namespaces. Threads are made by clone, which is looked at closely.
  fork: [57, undefined],
  vfork: [58, undefined],
  execveat: [322, 281],
  unshare: [272, 97],
  setns: [308, 268],
  // Other processes.
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  pidfd_send_signal: [424, 424],
  kcmp: [312, 272],
  // Mounts and roots.
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  move_mount: [429, 429],
  open_tree: [428, 428],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  open_tree_attr: [467, 467],
  swapon: [167, 224],
  swapoff: [168, 225],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  // Files by handle, past the mounts; device files and pipes with a name.
  open_by_handle_at: [304, 265],
  name_to_handle_at: [303, 264],
  mknod: [133, undefined],
  mknodat: [259, 33],
  // Parts of the kernel that attacks go through.
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  fanotify_init: [300, 262],
  lookup_dcookie: [212, 18],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  // Keys.
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  // Modules and other kernels.
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  create_module: [174, undefined],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  // Memory that is not counted as resident, or is shared by name.
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  shmget: [29, 194],
  shmat: [30, 196],
  shmctl: [31, 195],
  msgget: [68, 186],
  semget: [64, 190],
  mq_open: [240, 180],
  // The machine's settings, and leftovers.
  personality: [135, 92],
  modify_ldt: [154, undefined],
  iopl: [172, undefined],
  ioperm: [173, undefined],
  acct: [163, 89],
  syslog: [103, 116],
  vhangup: [153, 58],
  nfsservctl: [180, 42],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  mbind: [237, 235],
  set_mempolicy: [238, 237],
  set_mempolicy_home_node: [450, 450],
  migrate_pages: [256, 238],
  move_pages: [279, 239],
  uselib: [134, undefined],
  ustat: [136, undefined],
  sysfs: [139, undefined],
  _sysctl: [156, undefined],
};

/**
 * Calls of the list that a command may make: it starts processes, and talks to itself by sockets. `socket`, `socketpair`,
 * `mknod` and `mknodat` are looked at closely.
 */
export const ALLOWED_TO_COMMANDS: ReadonlySet<string> = new Set(
  'socket socketpair connect bind listen accept accept4 fork vfork execveat pidfd_open pidfd_send_signal mknod mknodat'.split(' '),
);

export const SOCKET: Numbers = [41, 198];
export const SOCKETPAIR: Numbers = [53, 199];
export const MKNOD: Numbers = [133, undefined];
export const MKNODAT: Numbers = [259, 33];
/** Makes threads and processes; its first argument has the flags. */
export const CLONE: Numbers = [56, 220];
/** The same with its flags in memory, where a filter cannot look: it fails with ENOSYS, and the C library falls back to clone. */
export const CLONE3: Numbers = [435, 435];
export const IOCTL: Numbers = [16, 29];
