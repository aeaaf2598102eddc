//! The page of a posting -> headings, paragraphs and list items, the few things that a Word document is made of.
//!
//! The page's template is the single source of a document's words, so whoever overrides `posting.html.hbs` changes the
//! Word document too. Tags that have no counterpart give their words alone; scripts and styles give none.

use crate::document::unescape;
use crate::error::{Error, Result};
use lol_html::html_content::Element;
use lol_html::{HtmlRewriter, Settings, doc_text, element};
use std::cell::RefCell;
use std::rc::Rc;

/// A paragraph of the document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) runs: Vec<Run>,
    /// Class of the innermost element that has one; some have a style of their own.
    pub(super) class: String,
    /// Its words say in which direction it runs; without this it runs as our own words do.
    pub(super) any_direction: bool,
    /// The requirement that it states.
    pub(super) requirement: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Kind {
    #[default]
    Paragraph,
    /// Counted from 1, the title.
    Heading(usize),
    Bullet,
    /// An item of the list with this number, counted from 1.
    Numbered(usize),
    /// A label and its text.
    Fact,
}

/// Words that look alike.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) bold: bool,
    /// Where a click leads.
    pub(super) href: Option<String>,
}

/// What the page holds.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
    lists: usize,
    open: Vec<Open>,
    node: String,
    current: Option<Block>,
}

/// An element whose end has not come.
#[derive(Debug)]
struct Open {
    name: String,
    class: String,
    any_direction: bool,
    requirement: Option<String>,
    href: Option<String>,
    list: usize,
}

/// Elements whose words nobody sees.
const UNSEEN: [&str; 5] = ["script", "style", "template", "noscript", "head"];
/// Elements that are part of a line.
const INLINE: [&str; 16] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time",
];

/// Reads a page that a template wrote.
///
/// # Errors
/// [`Error::Template`] where it is no HTML.
pub(super) fn read(html: &str) -> Result<Page> {
    let page = Rc::new(RefCell::new(Page::default()));
    let all = element!("*", |element| {
        let depth = page.borrow_mut().begin(element);
        if element.can_have_content() {
            let page = Rc::clone(&page);
            // a missing end tag is no fault: what is open inside ends with what holds it
            let _ = element.on_end_tag(Box::new(move |_| {
                page.borrow_mut().end(depth);
                Ok(())
            }));
        }
        Ok(())
    });
    let words = doc_text!(|chunk| {
        page.borrow_mut().words(chunk.as_str(), chunk.last_in_text_node());
        Ok(())
    });
    let settings =
        Settings::new().with_strict(false).append_element_content_handler(all).append_document_content_handler(words);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(html.as_bytes()).and_then(|()| rewriter.end()).map_err(|e| Error::Template {
        file: "posting/posting.html.hbs".into(),
        line: 1,
        column: 1,
        message: format!("a Word document cannot be made of it: {e}").to_lowercase(),
        help: Some("compare it with the built-in template of the same name".into()),
    })?;
    let mut page = page.take();
    page.end(0);
    page.flush();
    Ok(page)
}

impl Page {
    /// Begins an element; gives the depth to end it at.
    fn begin(&mut self, element: &Element<'_, '_>) -> usize {
        let name = element.tag_name();
        self.end_node();
        let depth = self.open.len();
        let value = |name: &str| element.get_attribute(name).map(|v| unescape(&v));
        if name == "br" {
            self.line_break();
        } else if name == "dd" {
            let fact = self.current.as_mut().filter(|b| b.kind == Kind::Fact);
            if let Some(label) = fact.and_then(|b| b.runs.last_mut()) {
                label.text = format!("{}: ", label.text.trim_end().trim_end_matches(':'));
            }
        } else if !INLINE.contains(&name.as_str()) {
            self.flush();
        }
        if name == "ol" {
            self.lists += 1;
        }
        if element.can_have_content() {
            self.open.push(Open {
                class: value("class").unwrap_or_default(),
                any_direction: value("dir").as_deref() == Some("auto"),
                requirement: value("data-requirement"),
                href: value("href").filter(|_| name == "a"),
                list: if name == "ol" { self.lists } else { 0 },
                name,
            });
        }
        depth
    }

    /// Ends all elements from a depth on.
    fn end(&mut self, depth: usize) {
        self.end_node();
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            if open.name != "dt" && !INLINE.contains(&open.name.as_str()) {
                self.flush();
            }
        }
    }

    fn words(&mut self, words: &str, last: bool) {
        self.node.push_str(words);
        if last {
            self.end_node();
        }
    }

    /// The words of a text node go to the paragraph that is open.
    fn end_node(&mut self) {
        let node = std::mem::take(&mut self.node);
        if self.open.iter().any(|o| o.name == "title") {
            self.title.push_str(unescape(&node).trim());
            return;
        }
        if node.is_empty() || self.open.iter().any(|o| UNSEEN.contains(&o.name.as_str())) {
            return;
        }
        let bold = self.open.iter().any(|o| ["b", "strong", "dt"].contains(&o.name.as_str()));
        let href = self.open.iter().rev().find_map(|o| o.href.clone());
        let begun = self.current.take();
        let mut block = begun.unwrap_or_else(|| self.block());
        let mut text = String::new();
        for c in unescape(&node).chars() {
            let before =
                text.chars().next_back().or_else(|| block.runs.last().and_then(|r| r.text.chars().next_back()));
            match c {
                ' ' | '\n' | '\t' | '\r' if before.is_none_or(char::is_whitespace) => {}
                ' ' | '\n' | '\t' | '\r' => text.push(' '),
                c => text.push(c),
            }
        }
        match block.runs.last_mut() {
            Some(run) if run.bold == bold && run.href == href => run.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => block.runs.push(Run { text, bold, href }),
        }
        self.current = Some(block).filter(|b| !b.runs.is_empty());
    }

    /// A paragraph of the innermost element that says what it is.
    fn block(&self) -> Block {
        let mut block = Block::default();
        for open in &self.open {
            let list = self.open.iter().rev().find(|o| o.name == "ol" || o.name == "ul");
            block.kind = match open.name.as_str() {
                "h1" => Kind::Heading(1),
                "h2" => Kind::Heading(2),
                "h3" | "h4" | "h5" | "h6" => Kind::Heading(3),
                "li" => match list.map_or(0, |o| o.list) {
                    0 => Kind::Bullet,
                    list => Kind::Numbered(list),
                },
                "dt" => Kind::Fact,
                _ => block.kind,
            };
            if !open.class.is_empty() {
                block.class.clone_from(&open.class);
            }
            block.any_direction |= open.any_direction;
            if open.requirement.is_some() {
                block.requirement.clone_from(&open.requirement);
            }
        }
        block
    }

    fn line_break(&mut self) {
        if let Some(block) = &mut self.current {
            block.runs.push(Run { text: "\n".into(), ..Run::default() });
        }
    }

    fn flush(&mut self) {
        let Some(mut block) = self.current.take() else { return };
        if let Some(last) = block.runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        block.runs.retain(|r| !r.text.is_empty());
        if !block.runs.is_empty() {
            self.blocks.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(html: &str) -> String {
        let page = read(html).unwrap();
        let run = |r: &Run| match (&r.href, r.bold) {
            (Some(href), _) => format!("[{}]({href})", r.text),
            (None, true) => format!("*{}*", r.text),
            (None, false) => r.text.replace('\n', "/"),
        };
        let line = |b: &Block| format!("{:?}: {}\n", b.kind, b.runs.iter().map(run).collect::<String>());
        page.blocks.iter().map(line).collect()
    }

    #[test]
    fn a_page_becomes_paragraphs() {
        let html = "<!DOCTYPE html><title>T &amp; U</title><style>p{}</style><script>1<2</script>\
            <h1>One <b>two</b></h1>\n<p>a\n  b<br>c <a href=\"https://x.example/?a=1&amp;b\">d</a>.</p>\
            <ol><li>first<li>second</ol><ol><li data-requirement=\"r\">third</ol>\
            <ul><li>x &lt;b&gt;</ul><dl><div><dt>Pay</dt><dd>USD 1</dd></div></dl>loose<p>  </p>";
        expect_test::expect![[r#"
            Heading(1): One *two*
            Paragraph: a b/c [d](https://x.example/?a=1&b).
            Numbered(1): first
            Numbered(1): second
            Numbered(2): third
            Bullet: x <b>
            Fact: *Pay: *USD 1
            Paragraph: loose
        "#]]
        .assert_eq(&seen(html));
        assert_eq!(read(html).unwrap().title, "T & U");
        assert_eq!(read(html).unwrap().blocks[4].requirement.as_deref(), Some("r"));
    }
}
