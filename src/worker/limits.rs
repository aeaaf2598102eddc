//! The limits that a child sets on itself before it sees a stranger's byte.
//!
//! Each is the system's own and cannot be raised again: no more memory, no new file, socket or pipe, nothing written, no
//! core dump, no child that outlives the parent. A limit that a system does not know is left out: macOS limits no
//! address space, Windows knows none of these, and there the parent's clock alone stands guard.

/// Bytes of address space of a child, its code and stacks included, so that its memory stays below.
#[cfg(unix)]
const MEMORY: u64 = 512 << 20;
/// Standard input, output and error are open; nothing else ever is.
#[cfg(unix)]
const OPEN_FILES: u64 = 3;

/// Takes from this process what reading a document does not need.
#[cfg(unix)]
pub fn confine() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits = [(Resource::As, MEMORY), (Resource::Nofile, OPEN_FILES), (Resource::Fsize, 0), (Resource::Core, 0)];
    for (resource, most) in limits {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    #[cfg(target_os = "linux")]
    {
        let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
        let _ = rustix::thread::set_no_new_privs(true);
    }
}

/// Gives this process that many more seconds of processor time; then the system ends it.
#[cfg(unix)]
pub fn allow(seconds: u32) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    // The system counts whole seconds, so the one that is begun does not count.
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default() + 1;
    let most = Rlimit { current: Some(used + u64::from(seconds)), maximum: getrlimit(Resource::Cpu).maximum };
    let _ = setrlimit(Resource::Cpu, most);
}

#[cfg(not(unix))]
pub fn confine() {}

#[cfg(not(unix))]
pub fn allow(_seconds: u32) {}
