//! Bytes of a text become characters, whatever encoding they were saved in.
//!
//! The order goes from proof to guess: a byte order mark says it; valid UTF-8 is UTF-8; zero bytes on one side of
//! each pair are UTF-16 without a mark; the rest is left to chardetng, which also knows the escapes of
//! ISO-2022-JP. What was guessed is noted.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes looked at for the UTF-16 test: enough for any text to show its pattern.
const SAMPLE: usize = 4096;
/// One in so many bytes of a side must be zero for UTF-16: Latin text has nearly all, CJK text still its line ends.
const ZERO_SHARE: usize = 16;

/// A decoded text.
pub(super) struct Decoded {
    pub(super) text: String,
    /// Name of the encoding when it had to be guessed or is not UTF-8.
    pub(super) encoding: Option<&'static str>,
    /// Whether some bytes had no meaning in that encoding.
    pub(super) lossy: bool,
}

/// Decodes a text; never fails, but says when bytes had no meaning.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(big) = utf32(bytes) {
        return from_utf32(bytes, big);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    // ISO-2022-JP is pure ASCII but for its escapes, so it would pass as UTF-8.
    let escapes = bytes.windows(2).any(|w| w == b"\x1b$" || w == b"\x1b(");
    if !escapes && let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_string(), encoding: None, lossy: false };
    }
    if let Some(encoding) = utf16(bytes) {
        return with(encoding, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    with(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// UTF-16 shows in zero bytes on one side of the pairs and hardly any on the other.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = sample.len() / 2 / ZERO_SHARE;
    match () {
        _ if sample.len() < 2 => None,
        _ if odd > enough && even * ZERO_SHARE < odd => Some(UTF_16LE),
        _ if even > enough && odd * ZERO_SHARE < even => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-32 has two zero bytes in each four, both at the same end; true for the big end first.
pub(super) fn utf32(bytes: &[u8]) -> Option<bool> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (quads, _) = sample.as_chunks::<4>();
    if quads.iter().all(|quad| *quad == [0; 4]) {
        return None;
    }
    let all = |fits: fn(&[u8; 4]) -> bool| quads.len() > 1 && quads.iter().all(fits);
    match () {
        _ if all(|[a, b, ..]| *a == 0 && *b <= 0x10) && quads.iter().any(|q| q[1..3] == [0, 0]) => Some(true),
        _ if all(|[.., c, d]| *c <= 0x10 && *d == 0) && quads.iter().any(|q| q[1..3] == [0, 0]) => Some(false),
        _ => None,
    }
}

fn from_utf32(bytes: &[u8], big: bool) -> Decoded {
    let (quads, rest) = bytes.as_chunks::<4>();
    let code = |quad: &[u8; 4]| if big { u32::from_be_bytes(*quad) } else { u32::from_le_bytes(*quad) };
    let mark = quads.first().is_some_and(|first| code(first) == 0xFEFF);
    let mut lossy = !rest.is_empty();
    let mut letter = |quad: &[u8; 4]| {
        char::from_u32(code(quad)).unwrap_or_else(|| {
            lossy = true;
            char::REPLACEMENT_CHARACTER
        })
    };
    let text = quads.iter().skip(usize::from(mark)).map(&mut letter).collect();
    Decoded { text, encoding: Some(if big { "UTF-32BE" } else { "UTF-32LE" }), lossy }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, lossy) = encoding.decode_without_bom_handling(bytes);
    let name = (encoding != UTF_8).then(|| encoding.name());
    Decoded { text: text.into_owned(), encoding: name, lossy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_their_bytes() {
        let words = "Žluťoučký kůň – Product Manager, 2019\n";
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = b"\xef\xbb\xbf".iter().chain(words.as_bytes()).copied().collect();
        for bytes in [words.as_bytes().to_vec(), utf16, marked] {
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.lossy), (words, false));
        }
        assert_eq!(decode(b"caf\xe9 d\xe9j\xe0 vu, r\xe9sum\xe9").text, "café déjà vu, résumé");
        assert_eq!(decode(b"\x1b$B7P1DLdBj\x1b(B done").text, "経営問題 done");
    }
}
