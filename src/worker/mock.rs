//! Files that misbehave on demand, so that tests can see every way in which a child dies. Not in a release build.

/// What such a file begins with; the rest says what it does.
const MOCK: &[u8] = b"rolefit mock: ";
/// Bytes asked for at a time by the file that eats memory.
const BITE: usize = 16 << 20;

/// Does what the file says, where it is a mock.
pub fn act(bytes: &[u8]) {
    let Some(act) = bytes.strip_prefix(MOCK) else { return };
    match act.trim_ascii() {
        b"spin" => loop {
            std::hint::spin_loop();
        },
        b"memory" => {
            // asked for and never written to, so that the limit is met before the time is up on any machine
            let mut eaten = Vec::new();
            loop {
                eaten.push(Vec::<u8>::with_capacity(BITE));
                std::hint::black_box(&eaten);
            }
        }
        b"stack" => {
            std::hint::black_box(deep(1));
        }
        b"abort" => std::process::abort(),
        b"exit" => std::process::exit(0),
        b"panic" => panic!("page tree too deep"),
        b"open" => panic!("{:?}", std::fs::File::open("/").map(drop).map_err(|e| e.kind())),
        _ => {}
    }
}

fn deep(n: u64) -> u64 {
    if std::hint::black_box(n) == 0 { 0 } else { deep(n + 1) + std::hint::black_box(n) }
}
