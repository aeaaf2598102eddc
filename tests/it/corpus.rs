//! Broken and odd files: what each comes to, and that damage to any of them never makes a reader panic.
//!
//! The files are made here, so that a person can read what is wrong with each; they lie in `fixtures/corpus` for whoever
//! wants to try the program on them. `UPDATE_EXPECT=1` writes them and what they come to.

use crate::rolefit;
use rolefit::lexicon::Lexicon;
use rolefit::{document, resume};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

const FOLDER: &str = "fixtures/corpus/files";
/// Enough words to be scored.
const TEXT: &str = "Jordan Avery\nExperience\nSenior Product Manager, Acme\n2019-03 to 2024-06\n- Led the roadmap of a billing product with eight engineers and two designers\n- Wrote the strategy, spoke with customers every week and launched three releases\nEducation\nBachelor of Science in Computer Science, 2015\n";

/// All files: name and bytes.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let mut files = texts();
    files.extend(pages());
    files.extend(packages());
    files.extend(pdfs());
    files
}

fn texts() -> Vec<(&'static str, Vec<u8>)> {
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("empty.pdf", vec![]),
        ("one-byte.txt", b"a".into()),
        ("only-bom.txt", b"\xef\xbb\xbf".into()),
        ("only-space.txt", b" \n\t\n".into()),
        ("nul.txt", vec![0; 64]),
        ("binary.txt", (0..=255).collect()),
        ("utf16.txt", [b"\xff\xfe", utf16.as_slice()].concat()),
        ("utf16-odd.txt", [b"\xff\xfe", utf16.as_slice(), b"x"].concat()),
        ("latin1.txt", b"Zo\xeb M\xfcller\nProduct Manager, Caf\xe9\n2019 to 2024\n".into()),
        ("cut-utf8.txt", TEXT.replace("Acme", "Café").into_bytes()[..44].into()),
        ("old-mac.txt", TEXT.replace('\n', "\r").into()),
        ("bidi.txt", TEXT.replace("Acme", "\u{202e}emcA\u{202c}\u{200b}").into()),
        ("dates.txt", format!("{TEXT}0000-00 to 9999-99\n2024 - 2019\n13/2020 to 99/99\n").into()),
        ("long-line.txt", "product manager ".repeat(500).into()),
        ("image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".into()),
    ]
}

fn pages() -> Vec<(&'static str, Vec<u8>)> {
    let html = |body: &str| format!("<!doctype html><html><body>{body}</body></html>").into_bytes();
    vec![
        ("deep.html", html(&"<div>".repeat(300))),
        ("unclosed.html", b"<html><body><p>Jordan Avery<p>Product Manager <b><i".into()),
        ("script.html", html("<script>document.write('Lead')</script><p style='display:none'>PMP</p><p>Jordan</p>")),
        ("entities.html", html("<p>R&amp;D &#0; &#x110000; &nope; &eacute;</p>")),
        ("deep.json", ["[".repeat(300), "]".repeat(300)].concat().into()),
        ("resume.json", br#"{"basics":{"name":"Jordan Avery"},"work":[{"name":"Acme","position":"Product Manager","startDate":"2019-03","endDate":"2024-06"}]}"#.into()),
        ("odd-types.json", br#"{"basics":{"name":7},"work":{"name":[]},"skills":"all"}"#.into()),
        ("entity-bomb.xml", br#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>"#.into()),
        ("plain.rtf", format!(r"{{\rtf1\ansi {}}}", TEXT.replace('\n', r"\par ")).into()),
        ("unclosed.rtf", br"{\rtf1\ansi {\b Jordan {\i Avery\par".into()),
        ("deep.rtf", [br"{\rtf1 ".as_slice(), "{".repeat(400).as_bytes()].concat()),
        ("bin.rtf", br"{\rtf1 Jordan {\pict\bin99999999 abc} Avery}".into()),
        ("unicode.rtf", br"{\rtf1\uc1 \u-10179?\u-99999?\u55357? \'e9\'zz\'".into()),
    ]
}

/// A ZIP archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn packages() -> Vec<(&'static str, Vec<u8>)> {
    const TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let body = |inner: &str| {
        let start = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
        format!("{start}{inner}</w:body></w:document>").into_bytes()
    };
    let docx = |document: &[u8]| archive(&[("[Content_Types].xml", TYPES), ("word/document.xml", document)]);
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let good = docx(&body(&TEXT.lines().map(paragraph).collect::<String>()));
    let odt = r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>ODT</office:text></office:body></office:document-content>"#;
    let odt = odt.replace("ODT", &TEXT.lines().map(|line| format!("<text:p>{line}</text:p>")).collect::<String>());
    vec![
        ("cut.docx", good[..good.len() * 3 / 5].into()),
        ("good.docx", good),
        ("no-main.docx", archive(&[("[Content_Types].xml", TYPES)])),
        ("broken.docx", docx(b"<w:document><w:body><w:p></w:t>")),
        ("deep.docx", docx(&body(&"<w:p><w:r>".repeat(200)))),
        ("bomb.docx", docx(&body(&paragraph(&" ".repeat(2_000_000))))),
        ("climbs.zip", archive(&[("../../escape.txt", b"x")])),
        (
            "good.odt",
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", odt.as_bytes())]),
        ),
        ("no-content.odt", archive(&[("mimetype", b"application/vnd.oasis.opendocument.text")])),
        ("empty.zip", archive(&[])),
        ("only-head.doc", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 504]].concat()),
    ]
}

/// A PDF of these objects, numbered from 1, the first of them the catalog.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).unwrap();
    out
}

fn pdfs() -> Vec<(&'static str, Vec<u8>)> {
    const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
    const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    const FONT: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    const PAGE: &str =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>";
    let stream = |content: &str, length: &str| format!("<< /Length {length} >>\nstream\n{content}\nendstream");
    let page = |content: &str, length: &str| pdf(&[CATALOG, PAGES, PAGE, &stream(content, length), FONT]);
    let shown: String = TEXT.lines().map(|line| format!("({line}) Tj 0 -20 Td ")).collect();
    let words = &format!("BT /F 12 Tf 50 700 Td {shown}ET");
    let good = page(words, &words.len().to_string());
    let no_table = good[..good.len() - 60].to_vec();
    vec![
        ("cut.pdf", good[..good.len() / 2].into()),
        ("no-table.pdf", no_table),
        ("good.pdf", good),
        ("only-head.pdf", b"%PDF-1.7\n".into()),
        ("no-page.pdf", pdf(&[CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"])),
        ("own-parent.pdf", pdf(&[CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])),
        ("wrong-length.pdf", page(words, "-1")),
        ("huge-length.pdf", page(words, "99999999999")),
        ("nested.pdf", page(&"[".repeat(400), "400")),
        ("unbalanced.pdf", page(&"q BT ".repeat(300), "1500")),
        ("nan.pdf", page("BT /F 1e999 Tf 99999999999999999999 -.- Td (x) Tj ET", "52")),
        ("locked.pdf", {
            let dict = "<< /Filter /Standard /V 1 /R 2 /O (0) /U (0) /P -4 >>";
            let text =
                String::from_utf8(pdf(&[CATALOG, PAGES, PAGE, &stream(words, &words.len().to_string()), FONT, dict]))
                    .unwrap();
            text.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 6 0 R /ID [(0) (0)]").into()
        }),
    ]
}

#[test]
fn each_file_comes_to_what_is_expected_of_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    for (name, bytes) in files() {
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(name), &bytes).unwrap();
        }
        assert!(fs::read(folder.join(name)).unwrap() == bytes, "{name} is not as it is made here; UPDATE_EXPECT=1");
    }
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path();
    let run = rolefit().args(["batch", FOLDER, "--role", "lead", "--as-of", "2026-01-31", "--out"]).arg(out).output();
    assert_eq!(run.unwrap().status.code(), Some(1), "some files can be read and some not");
    let mut ends = BTreeMap::new();
    for line in fs::read_to_string(out.join("scorecards.jsonl")).unwrap().lines() {
        let card: serde_json::Value = serde_json::from_str(line).unwrap();
        let end = if card["score"].is_null() { "too little text" } else { "scored" };
        ends.insert(card["document"]["name"].as_str().unwrap().to_owned(), end.to_owned());
    }
    for row in csv::Reader::from_path(out.join("failures.csv")).unwrap().records() {
        let row = row.unwrap();
        assert_eq!(ends.insert(row[0].to_owned(), row[1].to_owned()), None, "one record a file");
    }
    assert_eq!(ends.len(), files().len());
    let told: String = ends.iter().map(|(name, end)| format!("{name}: {end}\n")).collect();
    assert!(!told.contains("crash:"), "{told}");
    expect_test::expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/corpus/expected.txt")].assert_eq(&told);
}

/// Numbers that look random and are the same each time (xorshift, Marsaglia 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }
}

/// What breaks readers: brackets, lengths, references, marks of every format.
const TOKENS: [&[u8]; 24] = [
    b"[[[[[[[[",
    b"<<<<<<<<",
    b"{{{{{{{{",
    b"/Length -1",
    b"99999999999999999999",
    b"-1",
    b"0 0 R",
    b"2 0 R",
    b"endstream",
    b"\0",
    b"\xff\xff\xff\xff",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"<!--",
    b"]]>",
    b"&#x110000;",
    b"</w:p>",
    b"<w:tbl>",
    b"\\bin9999 ",
    b"\\u-99999?",
    b"\\'",
    b"\xe2\x80\xae",
    b"9999-99",
    b"\"",
];

/// A file with one to four damages.
fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + 1 + numbers.below(64)).min(bytes.len());
        match numbers.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, TOKENS[numbers.below(TOKENS.len())].iter().copied())),
            3 => drop(bytes.splice(at..end, TOKENS[numbers.below(TOKENS.len())].iter().copied())),
            4 => drop(bytes.splice(at..at, bytes[at..end].repeat(3))),
            _ if at < bytes.len() => bytes[at] ^= 1 << numbers.below(8),
            _ => {}
        }
    }
    bytes
}

/// Damaged copies of each file; the seed is fixed, so that a failure comes back.
const MUTANTS: usize = 40;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

#[test]
fn no_damage_makes_a_reader_panic() {
    let work = || {
        let lexicon = Lexicon::builtin();
        let mut numbers = Numbers(SEED);
        for (name, bytes) in files() {
            for round in 0..MUTANTS {
                let mutant = damaged(&bytes, &mut numbers);
                let read = || document::read(&mutant).map(|document| resume::parse(&document, &lexicon)).is_ok();
                let ended = catch_unwind(AssertUnwindSafe(read));
                assert!(ended.is_ok(), "{name}, mutant {round}: {:?}", String::from_utf8_lossy(&mutant));
            }
        }
    };
    // As much stack as the reading process gives; an unoptimised build needs it.
    const STACK: usize = 64 << 20;
    std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap().join().unwrap();
}
