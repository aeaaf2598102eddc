//! JSON with the bytes of each value and of each character, so that a finding can point into a file of data.
//!
//! serde_json reads values; it does not say where they stand. This reads only what serde_json has accepted.

/// A value and its bytes.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// First byte.
    pub(super) start: usize,
    /// Byte behind the last.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: NodeKind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(super) enum NodeKind {
    /// Keys in the order of the file.
    Object(Vec<(String, Node)>),
    /// Items.
    Array(Vec<Node>),
    /// Characters, each with its bytes.
    Text(Vec<(char, usize, usize)>),
    /// A number, true, false or null.
    Plain,
}

/// Deepest nesting that serde_json accepts.
const DEEPEST: usize = 128;

impl Node {
    /// Reads a file that serde_json has accepted; nothing if it is no JSON after all.
    pub(super) fn parse(json: &str) -> Option<Node> {
        Reader { json, at: 0 }.value(DEEPEST)
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            NodeKind::Object(entries) => entries.iter().rev().find(|(k, _)| k == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// A value by a path like `baseSalary.value.minValue` or `skills.2.name`.
    pub(super) fn at(&self, path: &str) -> Option<&Node> {
        path.split('.').filter(|p| !p.is_empty()).try_fold(self, |node, part| match &node.kind {
            NodeKind::Array(items) => items.get(part.parse::<usize>().ok()?),
            _ => node.get(part),
        })
    }

    /// The items of a list, or the value itself.
    pub(super) fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Array(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// The characters of a text.
    pub(super) fn chars(&self) -> &[(char, usize, usize)] {
        match &self.kind {
            NodeKind::Text(chars) => chars,
            _ => &[],
        }
    }

    /// The text, if it is one.
    pub(super) fn text(&self) -> String {
        self.chars().iter().map(|(c, _, _)| c).collect()
    }
}

struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.json.as_bytes();
        while bytes.get(self.at).is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b',' | b':')) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        let first = self.peek()?;
        let start = self.at;
        let kind = match first {
            _ if depth == 0 => return None,
            b'{' => {
                self.at += 1;
                let mut entries = Vec::new();
                while self.peek()? != b'}' {
                    let key = self.string()?.iter().map(|(c, _, _)| c).collect();
                    entries.push((key, self.value(depth - 1)?));
                }
                self.at += 1;
                NodeKind::Object(entries)
            }
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                while self.peek()? != b']' {
                    items.push(self.value(depth - 1)?);
                }
                self.at += 1;
                NodeKind::Array(items)
            }
            b'"' => NodeKind::Text(self.string()?),
            _ => {
                let rest = &self.json[start..];
                let length = rest.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(rest.len());
                self.at += length;
                if length == 0 {
                    return None;
                }
                NodeKind::Plain
            }
        };
        Some(Node { start, end: self.at, kind })
    }

    fn string(&mut self) -> Option<Vec<(char, usize, usize)>> {
        self.peek().filter(|b| *b == b'"')?;
        self.at += 1;
        let mut out = Vec::new();
        loop {
            let start = self.at;
            let c = self.json[start..].chars().next()?;
            self.at += c.len_utf8();
            match c {
                '"' => return Some(out),
                '\\' => {
                    let c = self.escape()?;
                    out.push((c, start, self.at));
                }
                c => out.push((c, start, self.at)),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let c = self.json[self.at..].chars().next()?;
        self.at += c.len_utf8();
        Some(match c {
            'n' | 'r' => '\n',
            't' => '\t',
            'b' | 'f' => ' ',
            'u' => {
                let mut code = self.hex()?;
                if (0xd800..0xdc00).contains(&code) && self.json[self.at..].starts_with("\\u") {
                    self.at += 2;
                    code = 0x10000 + ((code - 0xd800) << 10) + (self.hex()?.wrapping_sub(0xdc00) & 0x3ff);
                }
                char::from_u32(code).unwrap_or('\u{fffd}')
            }
            c => c,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.json.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_knows_its_bytes() {
        let json = r#"{"a": [1, {"b": "x\u00e9\ny"}], "c": true}"#;
        let node = Node::parse(json).unwrap();
        let text = node.at("a.1.b").unwrap();
        assert_eq!(text.text(), "x\u{e9}\ny");
        let spans: Vec<&str> = text.chars().iter().map(|(_, s, e)| &json[*s..*e]).collect();
        assert_eq!(spans, ["x", "\\u00e9", "\\n", "y"]);
        let c = node.get("c").unwrap();
        assert_eq!(&json[c.start..c.end], "true");
    }
}
