//! A conversation at the terminal: a prompt on standard error, one line of answer, and the end of input as an answer of
//! its own. Results go to standard output, so that a conversation can be redirected into a file.

use rolefit::report::escape;
use std::io::{BufRead, IsTerminal as _, Read as _, Write};

/// Longest line of an answer, in bytes; nobody types more, and a file without line ends must not fill the memory.
const LONGEST: u64 = 16 * 1024;

/// Who is asked, and where the questions appear.
pub struct Asker<R, W> {
    input: R,
    out: W,
    /// Whether the answers must be repeated, because nobody typed them where the questions appear.
    echo: bool,
    /// Columns that text is wrapped to.
    width: usize,
}

/// What came back.
#[derive(Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing but Enter.
    Skipped,
    /// `?`.
    Why,
    /// `<`.
    Back,
    /// Words, trimmed.
    Words(String),
    /// The input has ended.
    End,
}

/// Columns where standard error is no terminal.
const COLUMNS: usize = 80;
/// Longest lines of a conversation.
const WIDEST: usize = 100;

/// Asks on standard error and reads standard input.
pub fn here() -> Asker<std::io::StdinLock<'static>, std::io::Stderr> {
    let out = std::io::stderr();
    let width = terminal_size::terminal_size_of(&out).map_or(COLUMNS, |(width, _)| usize::from(width.0));
    Asker { input: std::io::stdin().lock(), echo: !std::io::stdin().is_terminal(), width: width.min(WIDEST), out }
}

impl<R: BufRead, W: Write> Asker<R, W> {
    /// Prints a line (or several), wrapped.
    pub fn say(&mut self, text: &str) {
        for line in escape::terminal_lines(text).lines() {
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            let options = textwrap::Options::new(self.width.max(indent.len() + 1))
                .subsequent_indent(&indent)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            // Where nobody can hear it, there is nothing to do about that.
            let _ = writeln!(self.out, "{}", textwrap::fill(line, options));
        }
    }

    /// Asks, and reads one line. An input that cannot be read has ended.
    pub fn ask(&mut self, prompt: &str) -> Reply {
        let options = textwrap::Options::new(self.width).word_splitter(textwrap::WordSplitter::NoHyphenation);
        let _ = write!(self.out, "{} ", textwrap::fill(prompt, options));
        let _ = self.out.flush();
        let mut line = Vec::new();
        let read = self.input.by_ref().take(LONGEST).read_until(b'\n', &mut line).unwrap_or(0);
        if read as u64 == LONGEST && line.last() != Some(&b'\n') {
            self.leave_out_the_rest();
            self.say(&format!("\n    A line of more than {LONGEST} bytes is left out."));
            return self.ask(prompt);
        }
        let words = String::from_utf8_lossy(&line).trim().to_owned();
        if self.echo || read == 0 {
            let _ = writeln!(self.out, "{}", escape::terminal(&words));
        }
        match words.as_str() {
            _ if read == 0 => Reply::End,
            "" => Reply::Skipped,
            "?" => Reply::Why,
            "<" => Reply::Back,
            _ => Reply::Words(words),
        }
    }
}

impl<R: BufRead, W> Asker<R, W> {
    /// Reads on to the end of a line and forgets it.
    fn leave_out_the_rest(&mut self) {
        loop {
            let (used, ended) = match self.input.fill_buf() {
                Ok(bytes) => match bytes.iter().position(|b| *b == b'\n') {
                    Some(at) => (at + 1, true),
                    None => (bytes.len(), bytes.is_empty()),
                },
                Err(_) => return,
            };
            self.input.consume(used);
            if ended {
                return;
            }
        }
    }
}

#[cfg(test)]
impl<R: BufRead> Asker<R, Vec<u8>> {
    /// An asker whose questions can be looked at.
    pub fn heard(input: R) -> Self {
        Asker { input, out: Vec::new(), echo: true, width: COLUMNS }
    }

    /// All that was said.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }
}
