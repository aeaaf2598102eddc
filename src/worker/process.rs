//! One child as the parent sees it: started, asked, and when it dies, the reason told from how it died.

use super::child::NO_MEMORY;
use super::frame;
use rolefit::error::Error;
use std::io::{self, Read as _};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Files that one child reads before it makes room for a new one, so that nothing piles up; Tika's takes 10,000.
const FILES: u32 = 1_000;
/// Largest answer, in bytes: thousands of times that of a resume. A larger one is an attack on the parent's memory.
const ANSWER_BYTES: u64 = 64 << 20;
/// How much longer than its processor time a file may take by the wall clock: other programs want the processor too.
/// Where the system cannot count processor time, the wall clock is the limit itself.
const PATIENCE: u32 = if cfg!(unix) { 3 } else { 1 };
/// Bytes of a dead child's last words that are looked at.
const LAST_WORDS: u64 = 4096;

/// A child.
pub struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Vec<u8>>,
    patience: Duration,
    served: u32,
}

/// How a child died.
#[derive(Debug, PartialEq, Eq)]
pub enum Death {
    /// The file's time was up.
    Time,
    /// It wanted more memory than it may have.
    Memory,
    /// Anything else, in words.
    Crash(String),
}

impl From<Death> for Error {
    fn from(death: Death) -> Error {
        match death {
            Death::Time => Error::Limit { limit: "time".into() },
            Death::Memory => Error::Limit { limit: "memory".into() },
            Death::Crash(reason) => Error::Crash { reason },
        }
    }
}

impl Process {
    /// Starts a child and tells it the setup.
    pub fn start(setup: &[u8], timeout: u32) -> io::Result<Process> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["__worker", &timeout.to_string()]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        {
            // Nothing of the user's environment; one pool of memory instead of a reserve for each thread, which
            // would count as used.
            command.env_clear().env("MALLOC_ARENA_MAX", "1");
        }
        let mut child = command.spawn()?;
        let (Some(mut input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("no pipes"));
        };
        let (sender, answers) = channel();
        // Answers are waited for on a thread, because a pipe knows no deadline. It ends with the child.
        std::thread::Builder::new().name("answers".into()).spawn(move || {
            while let Ok(Some(answer)) = frame::read(&mut output, ANSWER_BYTES) {
                if sender.send(answer).is_err() {
                    break;
                }
            }
        })?;
        // A child that is dead already shows when it is asked.
        let _ = frame::write(&mut input, setup);
        let patience = Duration::from_secs(u64::from(timeout) * u64::from(PATIENCE));
        Ok(Process { child, input, answers, patience, served: 0 })
    }

    /// Whether it may serve another file.
    pub fn is_fresh(&self) -> bool {
        self.served < FILES
    }

    /// Gives it a task and waits for the answer; after an error it is dead.
    pub fn ask(&mut self, task: &[u8], payload: &[u8]) -> Result<Vec<u8>, Death> {
        use std::sync::mpsc::RecvTimeoutError::{Disconnected, Timeout};
        self.served += 1;
        // Where it cannot be written, the child is dead, and the pipe of answers tells.
        let _ = frame::write(&mut self.input, task).and_then(|()| frame::write(&mut self.input, payload));
        match self.answers.recv_timeout(self.patience) {
            Ok(answer) => Ok(answer),
            Err(Timeout) => Err(Death::Time),
            Err(Disconnected) => Err(self.death()),
        }
    }

    /// Why it closed its output. One that only claims to be dead is killed.
    fn death(&mut self) -> Death {
        let mut words = Vec::new();
        let _ = self.child.kill();
        let Ok(status) = self.child.wait() else { return Death::Crash("no reason known".into()) };
        if let Some(stderr) = self.child.stderr.take() {
            let _ = stderr.take(LAST_WORDS).read_to_end(&mut words);
        }
        reason(status, &String::from_utf8_lossy(&words))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The reason of a death from its status and last words. Rust ends a process by the same signal for a failed allocation
/// and for a stack overflow, and says which in words.
fn reason(status: ExitStatus, words: &str) -> Death {
    if words.contains("memory allocation of") || status.code() == Some(i32::from(NO_MEMORY)) {
        return Death::Memory;
    }
    if words.contains("overflowed its stack") {
        return Death::Crash("stack overflow".into());
    }
    match signal(status) {
        Some(signal) if Some(signal) == OUT_OF_TIME => Death::Time,
        // We kill none that has not closed its output; the system does when memory is short.
        Some(signal) if Some(signal) == KILLED => Death::Memory,
        Some(signal) => Death::Crash(format!("signal {signal}")),
        None => Death::Crash(format!("it stopped with {status}")),
    }
}

#[cfg(unix)]
const OUT_OF_TIME: Option<i32> = Some(rustix::process::Signal::XCPU.as_raw());
#[cfg(unix)]
const KILLED: Option<i32> = Some(rustix::process::Signal::KILL.as_raw());
#[cfg(not(unix))]
const OUT_OF_TIME: Option<i32> = None;
#[cfg(not(unix))]
const KILLED: Option<i32> = None;

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}
