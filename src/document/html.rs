//! HTML: the words that a browser shows, line by line; scripts, styles and undisplayed elements are not among them.
//!
//! lol_html reads the page as a stream, so that a million nested tags cannot hang or overflow us. Style sheets
//! inside the page are applied as far as they can hide words. JSON-LD blocks are kept as written.

mod css;
mod page;
mod style;

use super::limits::{self, over};
use super::{Document, Format};
use crate::error::{Error, Result};
use lol_html::{HtmlRewriter, Settings, doc_text, element};
use page::Page;
pub(crate) use page::unescape;
use std::cell::RefCell;
use std::rc::Rc;

/// Bytes in which a page declares its encoding.
const DECLARATION: usize = 2048;

/// Whether a text is a web page: by its first tag, or by the common tags that it is made of.
pub(super) fn is_html(text: &str) -> bool {
    let mut start = text.trim_start();
    while let Some(rest) = start.strip_prefix("<!--") {
        start = rest.split_once("-->").map_or("", |(_, after)| after.trim_start());
    }
    if let Some(rest) = start.strip_prefix("<?xml") {
        start = rest.split_once("?>").map_or("", |(_, after)| after.trim_start());
    }
    let head: String = start.chars().take(200).flat_map(char::to_lowercase).collect();
    const TAGS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<h2",
        "<table",
        "<ul",
        "<ol",
        "<span",
        "<script",
        "<style",
        "<meta",
        "<title",
        "<section",
        "<article",
        "<main",
        "<header",
        "<br",
        "<b>",
        "<center",
        "<font",
    ];
    TAGS.iter().any(|tag| head.starts_with(tag))
}

/// Characters of a page: the encoding that it declares, where its bytes are not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    if std::str::from_utf8(bytes).is_ok() || encoding_rs::Encoding::for_bom(bytes).is_some() {
        return None;
    }
    let head = String::from_utf8_lossy(bytes.get(..DECLARATION).unwrap_or(bytes)).to_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| !c.is_whitespace() && !"\"'>/;".contains(*c))
        .collect();
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Reads a web page.
///
/// # Errors
/// [`Error::Limit`] where it nests too deep, [`Error::Unreadable`].
pub(super) fn read(text: &str) -> Result<Document> {
    let page = Rc::new(RefCell::new(Page::new()));
    let matched = RefCell::new(Vec::new());
    let mut settings = Settings::new().with_strict(false);
    for rule in css::rules(text) {
        let (selector, matched) = (rule.selector, &matched);
        let declarations = Rc::new(rule.declarations);
        let handler = move |_: &mut lol_html::html_content::Element<'_, '_>| {
            matched.borrow_mut().push(Rc::clone(&declarations));
            Ok(())
        };
        let handlers = lol_html::ElementContentHandlers::default().element(handler);
        settings = settings.append_element_content_handler((std::borrow::Cow::Owned(selector), handlers));
    }
    let all = element!("*", |element| {
        let sheets = std::mem::take(&mut *matched.borrow_mut());
        let depth = page.borrow_mut().open(element, &sheets)?;
        if element.can_have_content() {
            let page = Rc::clone(&page);
            // A missing end tag is none of our business: the page closes what is open inside.
            let _ = element.on_end_tag(Box::new(move |_| Ok(page.borrow_mut().close(depth)?)));
        }
        Ok(())
    });
    let words = doc_text!(|chunk| Ok(page.borrow_mut().words(chunk.as_str(), chunk.last_in_text_node())?));
    let settings = settings.append_element_content_handler(all).append_document_content_handler(words);
    let outcome = {
        let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
        rewriter.write(text.as_bytes()).and_then(|()| rewriter.end())
    };
    match (page.borrow_mut().limit.take(), outcome) {
        (Some(limit), _) => return over(limit),
        (None, Err(e)) => return Err(Error::Unreadable { format: "HTML", reason: e.to_string() }),
        (None, Ok(())) => {}
    }
    let page = page.replace(Page::new());
    page.finish()
}

/// Deepest nesting of elements.
const DEPTH: usize = limits::DEPTH;
const FORMAT: Format = Format::Html;
