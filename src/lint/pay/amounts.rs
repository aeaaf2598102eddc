//! The amounts of money in a line: digits with their groups, "k", and the currency before or behind them.

use super::{HUNDREDTHS, LEAST_YEARLY};

/// Signs and codes of currencies; longer ones first.
const CURRENCIES: [(&str, &str); 34] = [
    ("us$", "USD"),
    ("ca$", "CAD"),
    ("cad$", "CAD"),
    ("usd$", "USD"),
    ("au$", "AUD"),
    ("nz$", "NZD"),
    ("sg$", "SGD"),
    ("hk$", "HKD"),
    ("c$", "CAD"),
    ("a$", "AUD"),
    ("s$", "SGD"),
    ("r$", "BRL"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("gbp", "GBP"),
    ("cad", "CAD"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("chf", "CHF"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("pln", "PLN"),
    ("inr", "INR"),
    ("jpy", "JPY"),
    ("sgd", "SGD"),
    ("dollars", "USD"),
];
/// One amount of money.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) hundredths: u64,
    pub(super) currency: Option<&'static str>,
    pub(super) thousands: bool,
    pub(super) large: bool,
}

/// The amounts of a line, in order.
pub(super) fn amounts(line: &str) -> Vec<Amount> {
    let bytes = line.as_bytes();
    let mut out: Vec<Amount> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let (end, hundredths, grouped) = number(bytes, start);
        at = end;
        // part of a name, an address or a date: "manager-72627", "2026-11-21"
        let glued = start > 0
            && (bytes[start - 1].is_ascii_alphabetic() || matches!(bytes[start - 1], b'.' | b'_' | b'/' | b'#' | b'='))
            || start > 1 && bytes[start - 1] == b'-' && bytes[start - 2].is_ascii_alphabetic();
        let (sign_start, before) = currency_before(line, start);
        // "040 555 0188": no amount begins with a nought, and what follows it is the rest of the number
        let phone = bytes[start] == b'0' && end > start + 1 && bytes[start + 1].is_ascii_digit();
        if phone {
            let number = |b: &u8| b.is_ascii_digit() || matches!(b, b' ' | b'-' | b'/');
            at = start + bytes[start..].iter().take_while(|b| number(b)).count();
            continue;
        }
        if (glued && before.is_none()) || hundredths.is_none() {
            continue;
        }
        let mut value = hundredths.unwrap_or(0);
        let mut end = end;
        let rest = &line[end..];
        let unit = rest.trim_start();
        let blank = rest.len() - unit.len();
        let is_word = |w: &str| unit.starts_with(w) && !unit[w.len()..].starts_with(|c: char| c.is_alphanumeric());
        // "401k" is a plan, not money
        let plan = matches!(&line[start..end], "401" | "403" | "457") && before.is_none();
        let thousands = is_word("k") && blank <= 1 && !plan;
        let large = ["m", "mm", "bn", "b", "mn", "million", "billion", "mio", "trillion", "crore", "lakh"]
            .iter()
            .any(|w| is_word(w));
        if plan || rest.starts_with('%') || unit.starts_with("percent") {
            continue;
        }
        if thousands {
            // "$251,257k" is a slip for the amount itself
            if value < 10_000 * HUNDREDTHS {
                value = value.saturating_mul(1000);
            }
            end += blank + 1;
        }
        let (end, behind) = currency_behind(line, end);
        let currency = match (before, behind) {
            (Some("USD"), Some(code)) => Some(code),
            (b, c) => b.or(c),
        };
        // "$20-25": the other end of a range needs no sign
        let other_end = out.last().is_some_and(|first: &Amount| {
            first.currency.is_some() && matches!(line[first.end..sign_start].trim(), "-" | "–" | "to")
        });
        if other_end || currency.is_some() || thousands || grouped || value >= LEAST_YEARLY {
            out.push(Amount { start: sign_start, end, hundredths: value, currency, thousands, large });
        }
        at = end;
    }
    out
}

/// A number with its groups: where it ends, its value in hundredths, and whether it has groups.
fn number(bytes: &[u8], start: usize) -> (usize, Option<u64>, bool) {
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = start + digits(start);
    let mut value: Option<u64> = std::str::from_utf8(&bytes[start..end]).ok().and_then(|d| d.parse().ok());
    let mut grouped = false;
    const GROUP: usize = 3;
    while end - start <= GROUP * 4 {
        let Some(separator) = bytes.get(end) else { break };
        let wide = bytes[end..].starts_with("\u{a0}".as_bytes());
        let thin = bytes[end..].starts_with("\u{202f}".as_bytes());
        let width = if wide {
            2
        } else if thin {
            3
        } else {
            1
        };
        let separates = matches!(separator, b',' | b'.' | b'\'' | b' ') || wide || thin;
        let first = if grouped { GROUP } else { digits(start) };
        if !separates || first > GROUP || digits_at(bytes, end + width) != GROUP {
            break;
        }
        let group: u64 = std::str::from_utf8(&bytes[end + width..end + width + GROUP])
            .ok()
            .and_then(|d| d.parse().ok())
            .unwrap_or(0);
        value = value.and_then(|v| v.checked_mul(1000)?.checked_add(group));
        end += width + GROUP;
        grouped = true;
    }
    let mut value = value.and_then(|v| v.checked_mul(100));
    if matches!(bytes.get(end), Some(b'.' | b',')) && matches!(digits_at(bytes, end + 1), 1 | 2) {
        let count = digits_at(bytes, end + 1);
        let part: u64 =
            std::str::from_utf8(&bytes[end + 1..end + 1 + count]).ok().and_then(|d| d.parse().ok()).unwrap_or(0);
        value = value.map(|v| v + if count == 1 { part * 10 } else { part });
        end += 1 + count;
    }
    (end, value, grouped)
}

fn digits_at(bytes: &[u8], from: usize) -> usize {
    bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count())
}

/// A currency before a number: where it starts, and which.
fn currency_before(line: &str, start: usize) -> (usize, Option<&'static str>) {
    let head = line[..start].trim_end_matches([' ', '\\', '*', '\u{a0}']);
    for (sign, code) in CURRENCIES {
        if let Some(rest) = head.strip_suffix(sign) {
            let letters = sign.starts_with(|c: char| c.is_ascii_alphabetic());
            if letters && rest.ends_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
            return (rest.len(), Some(code));
        }
    }
    (start, None)
}

/// A currency behind a number: where it ends, and which.
fn currency_behind(line: &str, end: usize) -> (usize, Option<&'static str>) {
    let rest = &line[end..];
    let tail = rest.trim_start_matches([' ', '\u{a0}', '\\', '*']);
    for (sign, code) in CURRENCIES {
        if let Some(more) = tail.strip_prefix(sign) {
            let letters = sign.ends_with(|c: char| c.is_ascii_alphabetic());
            // "$140,000$160,000": the sign belongs to the next amount
            let next = more.trim_start().starts_with(|c: char| c.is_ascii_digit());
            if (letters && more.starts_with(|c: char| c.is_alphanumeric())) || (!letters && next) {
                continue;
            }
            return (line.len() - more.len(), Some(code));
        }
    }
    (end, None)
}
