//! Words of scripts that run from right to left: glyphs come in the order of the page, readers want that of speech.

/// Turns a stretch around when most of its letters run from right to left; numbers and Latin words keep their way.
pub(super) fn reorder(text: &mut String) {
    if text.is_ascii() {
        return;
    }
    let (mut right, mut left) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if is_rtl(c) { right += 1 } else { left += 1 }
    }
    if right <= left {
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut kept: Vec<char> = Vec::new();
    for c in text.chars().rev() {
        // Digits and Latin letters were in the right order already; a run of them is turned back.
        if c.is_alphanumeric() && !is_rtl(c) {
            kept.push(c);
        } else {
            out.extend(kept.drain(..).rev());
            out.push(mirror(c));
        }
    }
    out.extend(kept.drain(..).rev());
    *text = out;
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

fn mirror(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '<' => '>',
        '>' => '<',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::reorder;

    #[test]
    fn hebrew_is_turned_and_latin_is_not() {
        for (page, speech) in [("םולש", "שלום"), ("2019 תנש", "שנת 2019"), ("Product 2019", "Product 2019")]
        {
            let mut text = page.to_string();
            reorder(&mut text);
            assert_eq!(text, speech);
        }
    }
}
