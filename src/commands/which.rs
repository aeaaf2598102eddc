//! `rolefit which`: which role a company needs, asked at the terminal or answered by flags or a file.

use super::ask::{Asker, Reply, here};
use super::{Outcome, files, setup, tell};
use crate::cli::{WhichArgs, WhichFormat};
use rolefit::role::which::{self, Answers, Question};
use std::io::{BufRead, IsTerminal as _, Write};

/// Columns of the narrowest text beside the ids.
const NARROWEST: usize = 20;

/// Runs the command.
pub fn run(args: WhichArgs) -> anyhow::Result<Outcome> {
    if args.list {
        let text = match args.format {
            WhichFormat::Json => {
                let rows = listed().into_iter().map(|(id, text)| serde_json::json!({"id": id, "text": text}));
                serde_json::to_string_pretty(&rows.collect::<Vec<_>>())? + "\n"
            }
            WhichFormat::Text | WhichFormat::Md => list(setup::screen().width),
        };
        files::write_out(None, text.as_bytes())?;
        return Ok(Outcome::Fine);
    }
    let given = args.answers.is_some() || args.products.is_some() || !(args.yes.is_empty() && args.no.is_empty());
    if !given && !std::io::stdin().is_terminal() {
        let help = "give --answers FILE, or --yes and --no with the ids that `rolefit which --list` shows, or run it at a terminal";
        tell("there is nobody to ask, and no answer is given", Some(help));
        return Ok(Outcome::Nothing);
    }
    let answers = if given { answers(&args)? } else { interview(&mut here()) };
    if answers.is_empty() {
        tell("no question is answered", Some("answer at least one; `rolefit which --list` shows them all"));
        return Ok(Outcome::Nothing);
    }
    let advice = which::decide(&answers);
    let text = match args.format {
        WhichFormat::Text => advice.text(setup::screen().width),
        WhichFormat::Md => advice.markdown(),
        WhichFormat::Json => serde_json::to_string_pretty(&advice)? + "\n",
    };
    files::write_out(None, text.as_bytes())?;
    Ok(Outcome::Fine)
}

/// Answers of the file, with those of the flags over them.
fn answers(args: &WhichArgs) -> anyhow::Result<Answers> {
    let mut answers = match &args.answers {
        Some(path) => Answers::parse(&files::read_text(path)?, &files::name(path))?,
        None => Answers::default(),
    };
    if let Some(both) = args.yes.iter().find(|id| args.no.contains(id)) {
        anyhow::bail!("`{both}` stands behind --yes and behind --no");
    }
    for (ids, yes) in [(&args.yes, true), (&args.no, false)] {
        for id in ids {
            answers.set(id.trim(), yes)?;
        }
    }
    if let Some(products) = args.products {
        answers.set_products(products);
    }
    Ok(answers)
}

/// The questions with their ids, in text that fits into `width` columns.
fn list(width: usize) -> String {
    let all = listed();
    let widest = all.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
    let row = |(id, text): &(String, String)| {
        let hanging = " ".repeat(widest + 2);
        let options = textwrap::Options::new(width.max(widest + NARROWEST)).subsequent_indent(&hanging);
        textwrap::fill(&format!("{id:<widest$}  {text}"), options) + "\n"
    };
    all.iter().map(row).collect()
}

/// Ids and texts of the questions, the number of products last.
fn listed() -> Vec<(String, String)> {
    let mut all: Vec<_> = which::questions().into_iter().map(|q| (q.id, q.text)).collect();
    let portfolio = which::portfolio();
    all.push((portfolio.id, format!("{} (a number; it settles `startup`)", portfolio.text)));
    all
}

/// Asks one question after the other; the end of input leaves the rest open.
fn interview<R: BufRead, W: Write>(asker: &mut Asker<R, W>) -> Answers {
    let mut answers = Answers::default();
    let all = which::questions();
    asker.say("Which role does your company need? Answer y or n; Enter skips, ? says why it is asked, Ctrl-D ends.\n");
    for (i, question) in all.iter().enumerate() {
        let prompt = format!("{} of {}: {} [y/n]", i + 1, all.len(), question.text);
        let answer = ask(asker, &prompt, question, |words| match words.to_lowercase().as_str() {
            "y" | "yes" => Ok(true),
            "n" | "no" => Ok(false),
            _ => Err("Please type y or n, or only Enter to skip."),
        });
        match answer {
            Answer::Given(yes) => drop(answers.set(&question.id, yes)),
            Answer::Skipped => {}
            Answer::End => return answers,
        }
        if which::asks_for_products(&answers) && question.id == which::STARTUP {
            let question = which::portfolio();
            let number = |words: &str| match words.parse::<u32>() {
                Ok(n) if n > 0 => Ok(n),
                _ => Err("Please type a number such as 3, or only Enter to skip."),
            };
            match ask(asker, &format!("        {} [number]", question.text), &question, number) {
                Answer::Given(n) => answers.set_products(n),
                Answer::Skipped => {}
                Answer::End => return answers,
            }
        }
    }
    asker.say("");
    answers
}

/// What came of one question.
enum Answer<T> {
    Given(T),
    Skipped,
    End,
}

/// Asks until there is an answer that can be understood.
fn ask<R: BufRead, W: Write, T>(
    asker: &mut Asker<R, W>,
    prompt: &str,
    question: &Question,
    understand: impl Fn(&str) -> Result<T, &'static str>,
) -> Answer<T> {
    loop {
        match asker.ask(prompt) {
            Reply::End => return Answer::End,
            Reply::Skipped => return Answer::Skipped,
            Reply::Why => asker.say(&format!("        {}", question.why)),
            Reply::Back => asker.say("        There is no way back here; start again to change an answer."),
            Reply::Words(words) => match understand(&words) {
                Ok(value) => return Answer::Given(value),
                Err(help) => asker.say(&format!("        {help}")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conversation_skips_explains_and_asks_again() {
        let mut asker = Asker::heard("y\n?\nmaybe\nn\n\n".as_bytes());
        let answers = interview(&mut asker);
        let said = asker.said();
        assert_eq!(which::decide(&answers).lead.len(), 1);
        assert_eq!(which::decide(&answers).answered, 2);
        assert!(said.contains("1 of 16: ") && said.contains("4 of 16: ") && !said.contains("5 of 16"), "{said}");
        assert!(said.contains("takes the reach of a Lead") && said.contains("Please type y or n"), "{said}");
    }

    #[test]
    fn a_start_up_is_asked_for_its_products() {
        let mut asker = Asker::heard("\n\n\n\n\n\n\n\n\n\n\n\n\ny\nmany\n3\n".as_bytes());
        let answers = interview(&mut asker);
        assert!(asker.said().contains("How many products"), "{}", asker.said());
        assert_eq!(which::decide(&answers).role, Some("lead"));
    }
}
