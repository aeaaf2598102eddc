//! What a user sees of reading: every format says the same words, nothing hidden counts, odd files end in a clear
//! error. Files that are easier to see than to write stand in `fixtures/documents`, each beside its text.

use crate::entries::{entries_of, expect};
use expect_test::{ExpectFile, expect_file};
use proptest::prelude::*;
use rolefit::document::{Document, Format, LineKind, read};
use rolefit::error::Error;
use std::io::Write;

fn text_of(bytes: &[u8]) -> Document {
    read(bytes).expect("readable")
}

/// A PDF of one page with this content, Helvetica as F1 and Helvetica-Bold as F2.
pub(crate) fn pdf(content: &str) -> Vec<u8> {
    pdf_with(content, "")
}

fn pdf_with(content: &str, page: &str) -> Vec<u8> {
    let font = |name: &str| format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_string(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_string(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/ExtGState<</Clear<</ca 0>>>>>>{page}>>"
        ),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    file.push_str("xref\n0 7\n0000000000 65535 f \n");
    offsets.iter().for_each(|at| file.push_str(&format!("{at:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

/// A text at a place.
pub(crate) fn at(x: u32, y: u32, words: &str) -> String {
    format!("BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n")
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("in memory");
        zip.write_all(text.as_bytes()).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

/// A DOCX whose body is this XML.
fn docx(body: &str) -> Vec<u8> {
    let styles =
        r#"<w:styles><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="http://x/{kind}" Target="{target}"/>"#)
    };
    let outside =
        r#"<Relationship Id="r9" Type="http://x/hyperlink" Target="https://example.com/me" TargetMode="External"/>"#;
    let parts = [
        relation("r1", "styles", "styles.xml"),
        relation("r2", "header", "header1.xml"),
        relation("r3", "footnotes", "notes.xml"),
    ];
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!("<Relationships>{}</Relationships>", relation("r1", "officeDocument", "word/document.xml")),
        ),
        ("word/_rels/document.xml.rels", &format!("<Relationships>{}{outside}</Relationships>", parts.concat())),
        ("word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>")),
        ("word/styles.xml", styles),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>jane@example.com</w:t></w:r></w:p></w:hdr>"),
        (
            "word/notes.xml",
            "<w:footnotes><w:footnote><w:p><w:r><w:t>A footnote.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
        ("word/header9.xml", "<w:hdr><w:p><w:r><w:t>planted</w:t></w:r></w:p></w:hdr>"),
    ])
}

fn para(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn kinds(document: &Document) -> Vec<(LineKind, &str)> {
    document.lines.iter().filter(|l| l.start < l.end).map(|l| (l.kind, document.line(l))).collect()
}

/// Lines lie in the text in order, with nothing but line ends between them.
fn check_spans(document: &Document) {
    let mut from = 0;
    for line in &document.lines {
        assert!(line.start >= from && document.text[from..line.start].chars().all(|c| matches!(c, '\n' | '\r')));
        assert!(line.page >= 1 && line.page <= document.pages && line.column >= 1);
        from = line.end;
    }
    assert!(document.text[from..].chars().all(|c| matches!(c, '\n' | '\r')));
}

#[test]
fn text_and_markdown_stay_as_they_are() {
    let file = "# Jane Doe\r\n\r\n- led a team\r\n**Acme**, 2019 – 2021\r\n";
    let document = text_of(file.as_bytes());
    assert_eq!((document.format, document.text.as_str()), (Format::Markdown, file));
    assert_eq!(document.lines[0].kind, LineKind::Heading);
    assert_eq!(document.lines[2].kind, LineKind::Bullet);
    check_spans(&document);
    let wide: Vec<u8> = "Jané\nPM\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(text_of(&wide).text, "Jané\nPM\n");
}

#[test]
fn characters_that_nobody_sees_are_noted_and_kept() {
    let document = text_of("Product\u{200b}Manager \u{202e}SQL".as_bytes());
    assert_eq!(document.text, "Product\u{200b}Manager \u{202e}SQL");
    assert_eq!(document.notes.iter().filter(|n| n.id == "odd-characters").count(), 2);
}

#[test]
fn pages_are_read_in_the_order_of_a_person() {
    let check = |bytes: &[u8], expected: ExpectFile| {
        let document = text_of(bytes);
        check_spans(&document);
        expected.assert_eq(&document.text);
    };
    let here = |name: &str| expect_file![format!("../../fixtures/documents/{name}.txt")];
    check(include_bytes!("../../fixtures/documents/sidebar-on-shared-lines.pdf"), here("sidebar-on-shared-lines"));
    check(include_bytes!("../../fixtures/documents/dark-sidebar.pdf"), here("dark-sidebar"));
    check(include_bytes!("../../fixtures/documents/dates-in-the-margin.pdf"), here("dates-in-the-margin"));
    check(include_bytes!("../../fixtures/documents/titles-and-dates.pdf"), here("titles-and-dates"));
    check(include_bytes!("../../fixtures/documents/labels-in-the-margin.pdf"), here("labels-in-the-margin"));
    check(include_bytes!("../../fixtures/documents/skills-grid-above-columns.pdf"), here("skills-grid-above-columns"));
    check(include_bytes!("../../fixtures/documents/lists-above-entries.pdf"), here("lists-above-entries"));
    check(include_bytes!("../../fixtures/documents/labels-lower-than-text.pdf"), here("labels-lower-than-text"));
    check(include_bytes!("../../fixtures/documents/dates-of-two-lines.pdf"), here("dates-of-two-lines"));
    check(include_bytes!("../../fixtures/documents/contacts-over-columns.pdf"), here("contacts-over-columns"));
}

#[test]
fn white_letters_on_a_dark_band_are_no_hidden_text() {
    let document = text_of(include_bytes!("../../fixtures/documents/dark-sidebar.pdf"));
    assert_eq!(document.hidden, vec![]);
}

#[test]
fn words_of_a_pdf_have_their_spaces_and_no_others() {
    let spaced = "BT /F1 10 Tf 50 700 Td [(Pro) 20 (duct) -300 (Mana) -40 (ger)] TJ ET\n";
    let tracked = "BT /F1 10 Tf 3 Tc 50 650 Td (EDUCATION) Tj ET\n";
    let bold_twice = at(50, 600, "Senior") + &at(50, 600, "Senior");
    let raised = "BT /F1 10 Tf 50 550 Td (the 2) Tj /F1 6 Tf 4 Ts (nd) Tj /F1 10 Tf 0 Ts ( team) Tj ET\n";
    let document = text_of(&pdf(&format!("{spaced}{tracked}{bold_twice}{raised}")));
    let lines: Vec<&str> = document.text.lines().filter(|l| !l.is_empty()).collect();
    assert_eq!(lines, ["Product Manager", "EDUCATION", "Senior", "the 2nd team"]);
}

#[test]
fn contacts_beside_a_large_name_are_lines_of_their_own() {
    let name = "BT /F2 28 Tf 50 700 Td (Elodie March) Tj ET\n";
    let small = |y: u32, words: &str| format!("BT /F1 9 Tf 420 {y} Td ({words}) Tj ET\n");
    let heading = "BT /F2 14 Tf 180 650 Td (Experience) Tj ET\n";
    let contacts = small(742, "12, Allied Road") + &small(729, "06 55 50 01") + &small(712, "em@example.org");
    let dated = |y: u32, left: &str, right: &str| at(60, y, left) + &at(180, y, right);
    let jobs = dated(630, "May 2019 -", "Engineer, Alpelec, Grenoble")
        + &dated(618, "today", "Leads the work on ageing of four people and plans each test with the plant in Graz")
        + &dated(
            600,
            "May 2014 - June",
            "Tutor, University of Grenoble, beside the doctorate and for all of its third year",
        )
        + &dated(588, "2016", "Thermodynamics for those in their second year, and the exams that come with it");
    let document = text_of(&pdf(&format!("{name}{contacts}{}{heading}{jobs}", small(700, "ORCID 0000-0000"))));
    let lines: Vec<&str> = document.text.lines().filter(|l| !l.is_empty()).collect();
    let seen = ["12, Allied Road", "06 55 50 01", "em@example.org", "Elodie March", "ORCID 0000-0000", "Experience"];
    assert_eq!(lines[..6], seen);
    assert!(document.text.contains("May 2014 - June 2016  Tutor"), "{}", document.text);
}

#[test]
fn words_broken_at_the_end_of_a_line_are_mended() {
    let document = text_of(&pdf(&(at(50, 700, "led the develop-")
        + &at(50, 688, "ment of a cross-")
        + &at(50, 676, "functional team"))));
    assert_eq!(document.text, "led the development\nof a cross-functional\nteam\n");
}

#[test]
fn headings_and_bullets_of_a_pdf_are_marked() {
    let title = "BT /F2 16 Tf 50 740 Td (Experience) Tj ET\n";
    let body = at(50, 700, "\\225 Led the roadmap of two products.")
        + &at(50, 688, "More about it in a long line of plain words here.");
    let document = text_of(&pdf(&format!("{title}{body}")));
    assert_eq!(
        kinds(&document),
        [
            (LineKind::Heading, "Experience"),
            (LineKind::Bullet, "• Led the roadmap of two products."),
            (LineKind::Plain, "More about it in a long line of plain words here."),
        ]
    );
}

#[test]
fn what_nobody_sees_of_a_pdf_is_reported_and_not_read() {
    let seen = at(50, 700, "Product Manager");
    let cases = [
        ("white", format!("1 g {}", at(50, 600, "Kubernetes"))),
        ("tiny", "BT /F1 1 Tf 50 600 Td (Kubernetes) Tj ET\n".to_string()),
        ("off-page", at(5000, 600, "Kubernetes")),
        ("clipped", format!("q 0 0 40 40 re W n {} Q", at(50, 600, "Kubernetes"))),
        ("covered", format!("{} 1 g 40 590 200 30 re f", at(50, 600, "Kubernetes"))),
        ("invisible-mode", "BT 3 Tr /F1 10 Tf 50 600 Td (Kubernetes) Tj ET\n".to_string()),
        ("transparent", format!("/Clear gs {}", at(50, 600, "Kubernetes"))),
        ("actual-text", format!("/Span <</ActualText (Kubernetes and more)>> BDC {} EMC", at(50, 600, "Manager"))),
    ];
    for (technique, hidden) in cases {
        let document = text_of(&pdf(&format!("{seen}{hidden}")));
        let found: Vec<_> = document.hidden.iter().map(|h| (&*h.technique, h.quote.contains("Kubernetes"))).collect();
        assert_eq!(found, [(technique, true)], "{technique}");
        assert!(document.text.starts_with("Product Manager\n") && !document.text.contains("Kubernetes"), "{technique}");
    }
}

#[test]
fn honest_text_of_a_pdf_is_not_reported() {
    let on_band = format!("0 g 40 590 300 30 re f 1 g {}", at(50, 600, "Product Manager"));
    let small_print = "BT /F1 4 Tf 50 600 Td (Product Manager) Tj ET\n".to_string();
    let grey = format!("0.5 g {}", at(50, 600, "Product Manager"));
    let on_path =
        format!("0 0 1 rg 40 590 m 400 590 l 400 620 l 220 640 l 40 620 l f 1 g {}", at(50, 600, "Product Manager"));
    for content in [on_band, small_print, grey, on_path] {
        let document = text_of(&pdf(&content));
        assert_eq!((document.text.as_str(), document.hidden.len()), ("Product Manager\n", 0), "{content}");
    }
}

#[test]
fn links_and_form_values_of_a_pdf_are_read() {
    let link = "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.com/jane)>>>>";
    let field = "<</Subtype/Widget/FT/Tx/V(Jane Doe)/Rect[50 600 300 620]>>";
    let document = text_of(&pdf_with(&at(50, 700, "Name"), &format!("/Annots[{link}{field}]")));
    assert_eq!(document.links, ["https://example.com/jane"]);
    assert!(document.text.contains("Jane Doe"), "{}", document.text);
}

#[test]
fn a_docx_is_read_as_it_is_seen() {
    let body = [
        r#"<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Experience</w:t></w:r></w:p>"#.to_string(),
        r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">Led R&amp;D </w:t></w:r><w:ins><w:r><w:t>well</w:t></w:r></w:ins><w:del><w:r><w:delText>badly</w:delText></w:r></w:del></w:p>"#.to_string(),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", para("SQL"), para("expert")),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr></w:tbl>", para("2019 – 2021"), para("Product Manager"), para("Acme")),
        format!("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", para("in a box")),
        r#"<w:p><w:hyperlink r:id="r9"><w:r><w:t>profile</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#.to_string(),
        r#"<w:sectPr><w:headerReference r:id="r2"/></w:sectPr>"#.to_string(),
    ];
    let document = text_of(&docx(&body.concat()));
    let said: Vec<&str> = document.text.lines().filter(|l| !l.is_empty()).collect();
    let seen = [
        "jane@example.com",
        "Experience",
        "• Led R&D well",
        "SQL\texpert",
        "2019 – 2021\tProduct Manager",
        "Acme",
        "in a box",
        "profile",
        "A footnote.",
    ];
    assert_eq!(said, seen);
    assert_eq!(document.links, ["https://example.com/me"]);
    assert!(kinds(&document).contains(&(LineKind::Heading, "Experience")));
    assert!(kinds(&document).contains(&(LineKind::Bullet, "• Led R&D well")));
    check_spans(&document);
}

#[test]
fn hidden_runs_of_a_docx_are_reported_and_not_read() {
    let run = |look: &str| format!("<w:p><w:r><w:rPr>{look}</w:rPr><w:t>Kubernetes</w:t></w:r></w:p>");
    let cases = [
        (run("<w:vanish/>"), Some("hidden-run")),
        (run(r#"<w:color w:val="FFFFFF"/>"#), Some("white")),
        (run(r#"<w:sz w:val="2"/>"#), Some("tiny")),
        (run(r#"<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F2937"/>"#), None),
        (run(r#"<w:sz w:val="12"/>"#), None),
    ];
    for (body, technique) in cases {
        let document = text_of(&docx(&(para("Manager") + &body)));
        assert_eq!(document.hidden.first().map(|h| &*h.technique), technique);
        assert_eq!(document.text.contains("Kubernetes"), technique.is_none());
    }
}

#[test]
fn html_says_what_a_browser_shows() {
    let page = r#"<!DOCTYPE html><html><head><title>t</title><style>.x{display:none}</style>
        <script type="application/ld+json">{"@type":"JobPosting"}</script></head><body><h1>Jane&nbsp;Doe</h1>
        <p>Product <b>Manager</b> &amp; more<p>second<ul><li>one<li>two</ul><table><tr><td>SQL<td>expert</table>
        <div class="x">Kubernetes</div><script>alert("no")</script><a href="https://example.com">site</a></body></html>"#;
    let document = text_of(page.as_bytes());
    assert_eq!(document.format, Format::Html);
    let said: Vec<&str> = document.text.lines().filter(|l| !l.is_empty()).collect();
    assert_eq!(said, ["Jane Doe", "Product Manager & more", "second", "• one", "• two", "SQL\texpert", "site"]);
    assert_eq!(document.json_ld, [r#"{"@type":"JobPosting"}"#]);
    assert_eq!(document.hidden.iter().map(|h| h.quote.as_str()).collect::<Vec<_>>(), ["Kubernetes"]);
    assert_eq!(document.links, ["https://example.com"]);
}

#[test]
fn rtf_is_read_in_its_code_page() {
    let file = br#"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;}{\info{\keywords secret}}
\pard \'8elu\'9d product\par {\v hidden one}\u8226? item\par {\cf1 white words}{\field{\*\fldinst HYPERLINK "https://example.com"}{\fldrslt site}}\par}"#;
    let document = text_of(file);
    assert_eq!(document.text, "Žluť product\n• item\nsite\n");
    assert_eq!(document.hidden.iter().map(|h| &*h.technique).collect::<Vec<_>>(), ["hidden-run", "white"]);
    assert_eq!(document.links, ["https://example.com"]);
}

#[test]
fn odt_is_read_without_its_hidden_section() {
    let content = r#"<office:document-content><office:automatic-styles><style:style style:name="S" style:family="section">
        <style:section-properties text:display="none"/></style:style></office:automatic-styles><office:body><office:text>
        <text:h>Experience</text:h><text:list><text:list-item><text:p>Led<text:s text:c="1"/>teams</text:p></text:list-item></text:list>
        <text:section text:style-name="S" text:display="none"><text:p>Kubernetes</text:p></text:section></office:text></office:body></office:document-content>"#;
    let document =
        text_of(&archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]));
    assert_eq!((document.format, document.text.as_str()), (Format::Odt, "Experience\n• Led teams\n"));
    assert_eq!(document.hidden.len(), 1);
}

#[test]
fn json_resume_becomes_lines() {
    let file = r#"{"basics":{"name":"Jane Doe","email":"jane@example.com"},"work":[{"position":"Product Manager","name":"Acme",
        "startDate":"2019-01","endDate":"2021-03","highlights":["Led it"]}],"education":[{"institution":"TU","studyType":"MSc","area":"Physics"}]}"#;
    let document = text_of(file.as_bytes());
    assert_eq!(document.format, Format::JsonResume);
    let said: Vec<&str> = document.text.lines().filter(|l| !l.is_empty()).collect();
    let lines = [
        "Jane Doe",
        "jane@example.com",
        "Work Experience",
        "Product Manager, Acme  2019-01 - 2021-03",
        "• Led it",
        "Education",
        "MSc in Physics, TU",
    ];
    assert_eq!(said, lines);
}

#[test]
fn files_that_are_no_documents_are_named() {
    let found = |bytes: &[u8]| match read(bytes) {
        Err(Error::UnknownFormat { found }) => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "a PNG image");
    assert_eq!(found(b"\xff\xd8\xff\xe0\0\x10JFIF"), "a JPEG image");
    assert_eq!(found(&archive(&[("xl/workbook.xml", "<x/>"), ("[Content_Types].xml", "<x/>")])), "an Excel workbook");
    assert_eq!(found(&archive(&[("a.txt", "x")])), "a ZIP archive");
    assert_eq!(found(b"Return-Path: <a@example.com>\nSubject: hello\n\nJane"), "an e-mail message");
    // Copied out of a mail, without what only mail programs write.
    let copied = b"From: Jane\nTo: Acme\nSubject: application\nDate: today\nMessage-ID: <1@example.com>\n\nJane Doe\n";
    assert_eq!(text_of(copied).format, Format::Text);
    assert_eq!(found(&(0..=255).cycle().take(4000).collect::<Vec<u8>>()), "binary data");
    assert_eq!(read(b""), Err(Error::Empty));
}

#[test]
fn limits_are_errors_and_never_cuts() {
    let deep = format!("<w:p>{}", "<w:r>".repeat(300));
    let bomb = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(3 << 20));
    let nested = format!("<html>{}", "<div>".repeat(300));
    let groups = format!("{{\\rtf1 {}", "{".repeat(300));
    let arrays = format!("%PDF-1.4\n1 0 obj\n{}", "[".repeat(1000));
    for bytes in [docx(&deep), docx(&bomb), nested.into_bytes(), groups.into_bytes(), arrays.into_bytes()] {
        assert!(matches!(read(&bytes), Err(Error::Limit { .. })), "{:?}", read(&bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_reader_panics_on_damaged_files(at in 0usize..4000, byte: u8, which in 0usize..4) {
        let mut bytes = match which {
            0 => include_bytes!("../../fixtures/documents/dark-sidebar.pdf").to_vec(),
            1 => docx(&para("Manager")),
            2 => br"{\rtf1\ansi {\b Jane}\par \u8226? x}".to_vec(),
            _ => b"<html><p style='color:#fff'>x</p></html>".to_vec(),
        };
        let len = bytes.len();
        bytes[at % len] = byte;
        if let Ok(document) = read(&bytes) {
            check_spans(&document);
        }
    }

    #[test]
    fn spans_hold_for_any_text(text in "(\\PC|\n|\r\n|#|- ){0,80}") {
        if let Ok(document) = read(text.as_bytes()) {
            check_spans(&document);
        }
    }
}

#[test]
fn labels_that_come_again_are_those_of_a_form_and_stay_with_what_they_name() {
    let mut page = String::new();
    let mut y = 760;
    for (title, employer) in [("QA Engineer", "Harbour Games"), ("Tester", "Balkan Telecom"), ("Clerk", "Rila Books")] {
        let duties = "Tests of the web pages and of the mobile application";
        let rows = [("Position", title), ("Employer", employer), ("Sector", "Games"), ("Duties", duties)];
        for (label, value) in rows {
            page += &(at(50, y, label) + &at(160, y, value));
            y -= 14;
        }
        page += &at(160, y, "in two languages, with reports for the board");
        y -= 14;
    }
    let text = rolefit::document::read(&pdf(&page)).expect("readable").text;
    assert!(text.contains("Position  QA Engineer\nEmployer  Harbour Games\n"), "{text}");
    assert!(text.contains("Position  Clerk\nEmployer  Rila Books\n"), "{text}");
}

#[test]
fn headings_in_the_margin_make_no_sidebar_of_the_dates_below_them() {
    let mut page = String::new();
    let mut y = 780;
    let rows: [(&str, &[&str]); 13] = [
        ("# Personal data", &[]),
        ("Name", &["Holger Brink"]),
        ("Address", &["Kalkofen 7, Warendorf"]),
        ("Phone", &["0151 000 44 213"]),
        ("Marital status", &["married"]),
        ("# Employment", &[]),
        ("since 07/2015", &["Head of Service", "Rottmann Ltd, Leeds", "- Led 14 technicians and", "their budget"]),
        ("10/2007 - 06/2015", &["Project Engineer", "Rottmann Ltd, Leeds", "- Plants for the food", "industry"]),
        ("03/2002 - 09/2007", &["Design Engineer", "Hill Ltd, York", "- Belts and drawings"]),
        ("# Studies", &[]),
        ("09/1997 - 01/2002", &["Diploma in Engineering", "York College"]),
        ("# Other", &[]),
        ("Languages", &["English, German"]),
    ];
    for (left, right) in rows {
        match left.strip_prefix("# ") {
            Some(heading) => page.push_str(&format!("BT /F2 13 Tf 50 {y} Td ({heading}) Tj ET\n")),
            None => page.push_str(&at(50, y, left)),
        }
        for (line, words) in right.iter().enumerate() {
            page.push_str(&at(300, y - 12 * line as u32, words));
        }
        y -= 12 * right.len().max(1) as u32 + 6;
    }
    let resume = rolefit::resume::parse(&text_of(&pdf(&page)), &rolefit::lexicon::Lexicon::builtin());
    expect(
        &entries_of(&resume),
        &[
            "2015-07 present Work Head of Service",
            "2007-10 2015-06 Work Project Engineer",
            "2002-03 2007-09 Work Design Engineer",
        ],
    );
}

#[test]
fn cells_of_several_paragraphs_stay_in_their_columns_where_the_first_row_names_them() {
    let cell = |paras: &[&str]| {
        let inner: String = paras.iter().map(|words| para(words)).collect();
        format!("<w:tc>{inner}</w:tc>")
    };
    let row = |cells: &[&[&str]]| {
        let inner: String = cells.iter().map(|paras| cell(paras)).collect();
        format!("<w:tr>{inner}</w:tr>")
    };
    let rows = [
        row(&[&["Criterion"], &["Essential"], &["Desirable"]]),
        row(&[&["Experience"], &["4 years in product"], &["Experience in schools", "Experience of tenders"]]),
        row(&[&["Skills"], &["Good numeracy", "Clear writing"], &[""]]),
    ];
    let document = text_of(&docx(&format!("<w:tbl>{}</w:tbl>", rows.concat())));
    let text = "Criterion\tEssential\tDesirable\nExperience\t4 years in product\tExperience in schools\n\t\tExperience of tenders\n\
        Skills\tGood numeracy\n\tClear writing";
    assert!(document.text.contains(text), "{}", document.text);
    // two columns side by side are a layout, and each is read to its end
    let layout = [row(&[&["Skills"], &["Work"]]), row(&[&["SQL", "Jira"], &["Buyer", "Acme"]])];
    let document = text_of(&docx(&format!("<w:tbl>{}</w:tbl>", layout.concat())));
    assert!(document.text.contains("SQL\nJira\n\nBuyer\nAcme"), "{}", document.text);
    // dates keep what stands beside them: the employer between them and the block, and the block's first line
    let dated = [row(&[&["May 2019 - today"], &["Acme, Leeds"], &["Buyer", "Bought tools"]])];
    let document = text_of(&docx(&format!("<w:tbl>{}</w:tbl>", dated.concat())));
    assert!(document.text.contains("May 2019 - today\tAcme, Leeds\tBuyer\nBought tools"), "{}", document.text);
    let last = [row(&[&["Buyer, Acme", "Bought tools"], &["May 2019 - today"]])];
    let document = text_of(&docx(&format!("<w:tbl>{}</w:tbl>", last.concat())));
    assert!(document.text.contains("Buyer, Acme\tMay 2019 - today\nBought tools"), "{}", document.text);
}

#[test]
fn a_date_at_the_end_of_a_row_stands_beside_its_first_line() {
    let cells = "<td>Buyer, Acme<ul><li>Bought tools</li><li>Sold tools</li></ul></td><td>2019 - 2021</td>";
    let table =
        format!("<html><body><table><tr>{cells}</tr><tr><td>Clerk</td><td>2015</td></tr></table></body></html>");
    let text = text_of(table.as_bytes()).text;
    assert!(text.contains("Buyer, Acme\t2019 - 2021\n• Bought tools\n• Sold tools\nClerk\t2015"), "{text}");
    let row = "<div style='display:flex'><div>Buyer, Acme<p>Bought tools</p></div><div>2019 - 2021</div></div>";
    let text = text_of(format!("<html><body>{row}<p>Leeds</p></body></html>").as_bytes()).text;
    assert!(text.contains("Buyer, Acme\t2019 - 2021\nBought tools\nLeeds"), "{text}");
    // what is no date stays where it is
    let table = table.replace("2019 - 2021", "Leeds");
    assert!(text_of(table.as_bytes()).text.contains("Sold tools\nLeeds"));
}

#[test]
fn the_rows_of_a_grid_are_lines_of_their_own() {
    let page = |style: &str, body: &str| {
        let html = format!("<html><head><style>{style}</style></head><body>{body}</body></html>");
        text_of(html.as_bytes()).text
    };
    let list = "<dl><dt>Since May 2022</dt><dd><b>Chef</b> Le Comptoir<br>Team of 5.</dd><dt>Mar 2019 - Dec 2021</dt><dd><b>Sous-chef</b> Brasserie</dd></dl>";
    let text = page("dl{display:grid;grid-template-columns:190px 1fr}dd b{display:block}", list);
    assert!(text.contains("Team of 5.\nMar 2019 - Dec 2021\nSous-chef"), "{text}");
    let cells = "<div class=g><span>2019</span><span>Buyer</span><span>Acme</span><p>Led a team.</p><span>2017</span><span>Clerk</span></div>";
    let text = page(".g{display:grid;grid-template-columns:repeat(2, 1fr) auto}.g p{grid-column:1 / -1}", cells);
    assert!(text.contains("2019\tBuyer\tAcme\nLed a team.\n2017\tClerk"), "{text}");
}

#[test]
fn towns_below_the_dates_of_a_margin_stay_with_their_jobs() {
    let job = |y: u32, dates: &str, town: &str, lines: [&str; 4]| {
        let text = lines.iter().zip(0..).map(|(line, at)| at_line(y, at, line)).collect::<String>();
        at(60, y, dates) + &at(60, y - 17, town) + &text
    };
    fn at_line(y: u32, line: u32, words: &str) -> String {
        at(220, y - 12 * line, words)
    }
    let page = job(
        730,
        "09/2018 - 12/2020",
        "Venray",
        [
            "Truck driver",
            "Orange Works, store of Van Lierop",
            "- shifts, loading and unloading of containers",
            "- scanning, picking of the orders of the day",
        ],
    ) + &job(
        670,
        "06/2015 - 08/2018",
        "Leeds",
        ["Warehouseman", "Electro Bis", "- orders, service for trade customers, invoices", "- stocktaking"],
    ) + &job(
        610,
        "10/2013 - 04/2015",
        "York",
        ["Cashier", "Berry Foods", "- till, filling of the shelves of the shop", "- cleaning"],
    ) + &job(
        550,
        "02/2011 - 06/2013",
        "Hull",
        ["Clerk", "Harbour Board", "- letters, files and the post of the day", "- calls"],
    );
    let text = rolefit::document::read(&pdf(&page)).expect("readable").text;
    for row in ["2020  Truck driver", "2018  Warehouseman", "2015  Cashier", "2013  Clerk"] {
        assert!(text.contains(row), "{row} in {text}");
    }
}

#[test]
fn dates_in_a_margin_stay_beside_their_jobs_under_headings_of_the_same_margin() {
    let dated = |y: u32, dates: &str, text: &str| at(60, y, dates) + &at(180, y, text);
    let page = at(60, 730, "Appointments")
        + &dated(712, "10/2021 -", "Postdoctoral Researcher, Wageningen University. Flash floods in small")
        + &at(180, 700, "catchments; two field sites, one doctoral and four master students.")
        + &dated(682, "02/2019 - 09/2021", "Research Fellow, Babes University, Cluj. Flow records of the basin")
        + &at(180, 670, "of the river; flood atlas for three counties and their towns.")
        + &at(60, 640, "Education")
        + &dated(622, "09/2014 - 12/2018", "PhD in Physical Geography, Utrecht University. Rainfall in the")
        + &at(180, 610, "headwaters of rivers without gauges. Defended in the winter.")
        + &at(60, 580, "Leave")
        + &dated(562, "01/2023 - 06/2023", "Parental leave with the first of two children, in Wageningen");
    let text = rolefit::document::read(&pdf(&page)).expect("readable").text;
    for row in
        ["10/2021 -  Postdoctoral", "02/2019 - 09/2021  Research Fellow", "09/2014 - 12/2018  PhD", "06/2023  Parental"]
    {
        assert!(text.contains(row), "{row} in {text}");
    }
}
