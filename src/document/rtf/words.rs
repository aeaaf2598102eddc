//! The bytes of an RTF file as tokens: group marks, control words, letters.

/// Longest control word and number; longer ones are damage.
const WORD: usize = 40;
const NUMBER: usize = 11;

/// A control word with its number: `\fs24`.
pub(super) struct Control<'b> {
    pub(super) word: &'b str,
    pub(super) number: Option<i32>,
}

/// One step through the file.
pub(super) enum Token<'b> {
    Open,
    Close,
    /// `\*`: what follows may be passed over by readers that do not know it.
    Optional,
    Control(Control<'b>),
    /// `\u8211`
    Unicode(i32),
    /// `\'e9`
    Byte(u8),
    Letter(u8),
}

/// The tokens of a file.
pub(super) struct Tokens<'b> {
    bytes: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Tokens<'b> {
        Tokens { bytes }
    }

    fn take(&mut self, count: usize) -> &'b [u8] {
        let count = count.min(self.bytes.len());
        let (taken, rest) = self.bytes.split_at(count);
        self.bytes = rest;
        taken
    }

    fn take_while(&mut self, most: usize, fits: impl Fn(u8) -> bool) -> &'b str {
        let count = self.bytes.iter().take(most).take_while(|b| fits(**b)).count();
        std::str::from_utf8(self.take(count)).unwrap_or_default()
    }

    /// What follows a backslash; `None` where it says nothing.
    fn control(&mut self) -> Option<Token<'b>> {
        let first = *self.bytes.first()?;
        if first.is_ascii_alphabetic() {
            let word = self.take_while(WORD, |b| b.is_ascii_alphabetic());
            let sign = self.take_while(1, |b| b == b'-');
            let digits = self.take_while(NUMBER, |b| b.is_ascii_digit());
            let value = digits.parse::<i64>().ok().map(|n| if sign.is_empty() { n } else { -n });
            let number = value.map(|n| n.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32);
            if self.bytes.first() == Some(&b' ') {
                self.take(1);
            }
            return Some(match (word, number) {
                ("u", Some(code)) => Token::Unicode(code),
                ("bin", Some(count)) => {
                    self.take(usize::try_from(count).unwrap_or(0));
                    return None;
                }
                _ => Token::Control(Control { word, number }),
            });
        }
        self.take(1);
        Some(match first {
            b'\'' => {
                let digits = std::str::from_utf8(self.take(2)).unwrap_or_default();
                match u8::from_str_radix(digits, 16) {
                    Ok(byte) => Token::Byte(byte),
                    Err(_) => return None,
                }
            }
            b'*' => Token::Optional,
            b'~' => Token::Control(Control { word: "~", number: None }),
            b'_' => Token::Control(Control { word: "_", number: None }),
            b'\n' | b'\r' => Token::Control(Control { word: "par", number: None }),
            b'\\' | b'{' | b'}' => Token::Letter(first),
            _ => return None,
        })
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let byte = *self.bytes.first()?;
            self.take(1);
            let token = match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\n' | b'\r' | 0 => None,
                byte => Some(Token::Letter(byte)),
            };
            if token.is_some() {
                return token;
            }
        }
    }
}
