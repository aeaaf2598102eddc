//! The command line as clap types: names, help and examples. No logic.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Writes job postings and checks resumes against them, with a quote for every verdict. Offline; the same answer every time.
#[derive(Debug, Parser)]
#[command(name = "rolefit", version, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a posting from a role and a company's details
    #[command(
        after_help = "Example:\n  rolefit post --role lead --company company.json --format html --out posting.html\n  rolefit post --role senior --companies companies.csv --format docx,jsonld --out postings"
    )]
    Post(PostArgs),
    /// Compare resumes with a role: what is met, partly met, missing or unknown, with quotes
    #[command(
        after_help = "Example:\n  rolefit score resume.pdf --role lead\n  rolefit score resume.docx --posting posting.md --format json"
    )]
    Score(ScoreArgs),
    /// Score many resumes and rank them
    #[command(
        after_help = "Example:\n  rolefit batch resumes/ --role lead --out results\n  find . -name '*.pdf' | rolefit batch - --role lead,senior --out results"
    )]
    Batch(BatchArgs),
    /// Check a posting against pay laws, plain wording and what readers look for
    #[command(
        after_help = "Example:\n  rolefit lint posting.md\n  rolefit lint posting.md --place US-CO,US-NY --matrix\n  rolefit lint company.json --fix"
    )]
    Lint(LintArgs),
    /// Show what the reader saw in a file
    #[command(after_help = "Example:\n  rolefit read resume.pdf\n  rolefit read resume.pdf --format json --resume")]
    Read(ReadArgs),
    /// Lead and Senior Product Manager side by side
    #[command(after_help = "Example:\n  rolefit compare\n  rolefit compare --resume resume.pdf")]
    Compare(CompareArgs),
    /// Write a company file by answering questions
    #[command(
        after_help = "Example:\n  rolefit new\n  rolefit new --out harbor.json\n  rolefit post --role lead --company company.json"
    )]
    New(NewArgs),
    /// Your own templates: copy ours, check yours, see what changed
    #[command(
        subcommand,
        after_help = "Example:\n  rolefit template init templates\n  rolefit template check templates\n  rolefit post --role lead --company company.json --templates templates"
    )]
    Template(TemplateCommand),
    /// Which role a company needs: sixteen questions, and the answer with its reasons
    #[command(
        after_help = "Example:\n  rolefit which\n  rolefit which --list\n  rolefit which --yes scaling,merger --no cost\n  rolefit which --answers answers.json --format json"
    )]
    Which(WhichArgs),
    /// List, show or check roles
    #[command(
        subcommand,
        after_help = "Example:\n  rolefit role show lead --sources\n  rolefit role check my-role.json"
    )]
    Role(RoleCommand),
    /// Print the JSON Schema of an output or input
    #[command(after_help = "Example:\n  rolefit schema scorecard")]
    Schema(SchemaArgs),
    /// Reads files for the program itself, in a process of its own
    #[command(name = "__worker", hide = true)]
    Worker {
        /// Seconds of processor time for each file
        timeout: u32,
    },
}

/// `rolefit post`
#[derive(Debug, Args)]
pub struct PostArgs {
    /// lead, senior, or a role file
    #[arg(long, value_name = "ROLE")]
    pub role: String,
    /// Company file (JSON); - reads standard input
    #[arg(long, value_name = "FILE", required_unless_present = "companies")]
    pub company: Option<PathBuf>,
    /// Many companies: JSON objects, one a line, or a CSV table; a posting each in the folder --out
    ///
    /// The columns of the table are the keys of a company file as dotted paths: name, pay.min, locations.0.city,
    /// interview.0.step, requirements.add.0.text. A list is one cell parted by | or " ; " (benefits), or a column for
    /// each item (benefits.0, benefits.1). Flags are true or false. An empty cell is a missing fact. Files are named by
    /// the requisition, else by company and role. What fails is listed in failures.csv, and the rest goes on.
    #[arg(long, value_name = "FILE", conflicts_with = "company", requires = "out")]
    pub companies: Option<PathBuf>,
    /// What to write; several formats, parted by commas, need a folder as --out [default: by the ending of --out, else md]
    #[arg(long, value_enum, value_delimiter = ',')]
    pub format: Vec<PostFormat>,
    /// Write to this file, or into this folder, instead of standard output; the folder of --companies
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Folder with your own templates and roles, laid over the built-in ones file by file
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Posting date where the company file has none [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<jiff::civil::Date>,
}

/// Formats of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PostFormat {
    /// Markdown
    Md,
    /// One self-contained page
    Html,
    /// Plain text
    Txt,
    /// schema.org JobPosting
    Jsonld,
    /// The posting model
    Json,
    /// Word document
    Docx,
}

/// Where the requirements come from.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct RubricArgs {
    /// lead, senior, or a role file
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// Read the requirements from a posting
    #[arg(long, value_name = "FILE")]
    pub posting: Option<PathBuf>,
}

/// `rolefit score`
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// Resumes; - reads standard input
    #[arg(required = true, value_name = "RESUME")]
    pub resumes: Vec<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "documented on RubricArgs")]
    pub rubric: RubricArgs,
    /// Day on which "Present" ends [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<jiff::civil::Date>,
    /// What to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// Leave out name, mail, phone, links and file name
    #[arg(long)]
    pub blind: bool,
    /// Exit with 1 if any score is below N
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub fail_under: Option<u32>,
    /// Your own words, laid over the built-in lexicon
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
    /// Read scanned pages with tesseract, where it is installed
    #[arg(long)]
    pub ocr: bool,
}

/// Formats of a report for a person or a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For the terminal
    Text,
    /// For programs: one object a line
    Json,
    /// Markdown
    Md,
    /// One self-contained page
    Html,
}

/// `rolefit batch`
#[derive(Debug, Args)]
pub struct BatchArgs {
    /// Files and folders; - reads a list of paths from standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// lead, senior, role files, separated by commas
    #[arg(
        long,
        value_name = "ROLE",
        value_delimiter = ',',
        required_unless_present = "posting",
        conflicts_with = "posting"
    )]
    pub role: Vec<String>,
    /// Read the requirements from a posting
    #[arg(long, value_name = "FILE")]
    pub posting: Option<PathBuf>,
    /// Folder for scorecards.jsonl, shortlist.csv, failures.csv and report.html
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Day on which "Present" ends [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<jiff::civil::Date>,
    /// Files read at the same time [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub jobs: Option<u32>,
    /// Which files to write
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [BatchFormat::Jsonl, BatchFormat::Csv, BatchFormat::Html])]
    pub format: Vec<BatchFormat>,
    /// Leave out names, mail, phone, links and file names
    #[arg(long)]
    pub blind: bool,
    /// Largest file that is read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = crate::commands::setup::MAX_FILE)]
    pub max_file: u64,
    /// Your own words, laid over the built-in lexicon
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
    /// Processor time that reading and scoring one file may take, in seconds
    #[arg(long, value_name = "S", default_value_t = crate::worker::TIMEOUT, value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub timeout: u32,
    /// Read scanned pages with tesseract, where it is installed
    #[arg(long)]
    pub ocr: bool,
    /// Start anew instead of going on where a run was stopped
    #[arg(long)]
    pub fresh: bool,
    /// Print nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// Files of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BatchFormat {
    /// scorecards.jsonl
    Jsonl,
    /// shortlist.csv
    Csv,
    /// report.html
    Html,
}

/// `rolefit lint`
#[derive(Debug, Args)]
pub struct LintArgs {
    /// Postings (md, html, txt, docx, pdf, JSON-LD) or company files; - reads standard input
    #[arg(required = true, value_name = "POSTING")]
    pub postings: Vec<PathBuf>,
    /// Where the work is done, by code or name: US-CO, CA-ON, US-NY-NYC, US, EU, Germany [default: what the posting says]
    #[arg(long, value_name = "PLACE", value_delimiter = ',')]
    pub place: Vec<String>,
    /// Also print, for each law of the places, what the posting states of it
    #[arg(long)]
    pub matrix: bool,
    /// Number of people in the company; unknown counts as covered by every law
    #[arg(long, value_name = "N")]
    pub employees: Option<u32>,
    /// Day whose laws count [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<jiff::civil::Date>,
    /// What to print
    #[arg(long, value_enum, default_value_t = LintFormat::Text)]
    pub format: LintFormat,
    /// Rewrite what can be rewritten safely (md, txt and company files)
    #[arg(long)]
    pub fix: bool,
}

/// Formats of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    /// For the terminal
    Text,
    /// For programs: one object
    Json,
    /// For code hosts and editors
    Sarif,
}

/// `rolefit read`
#[derive(Debug, Args)]
pub struct ReadArgs {
    /// Documents; - reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// text prints exactly what evidence offsets index; json adds lines, notes and hidden parts
    #[arg(long, value_enum, default_value_t = ReadFormat::Text)]
    pub format: ReadFormat,
    /// Show the resume as understood (sections, entries, dates, degrees) instead, as JSON
    #[arg(long)]
    pub resume: bool,
    /// Your own words, laid over the built-in lexicon
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
    /// Read scanned pages with tesseract, where it is installed
    #[arg(long)]
    pub ocr: bool,
}

/// Formats of `rolefit read`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadFormat {
    /// The document's text
    Text,
    /// The text with the reader's marks: pages, columns, headings, list items
    Marks,
    /// The document with spans and notes
    Json,
}

/// `rolefit compare`
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Score this resume for both roles instead
    #[arg(long, value_name = "FILE")]
    pub resume: Option<PathBuf>,
    /// Also print where each cell comes from, and where the sources disagree
    #[arg(long, conflicts_with = "resume")]
    pub sources: bool,
    /// Leave out name, mail, phone, links and file name
    #[arg(long, requires = "resume")]
    pub blind: bool,
    /// Day on which "Present" ends [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub as_of: Option<jiff::civil::Date>,
    /// What to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
}

/// `rolefit template`
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// Copy the built-in templates, roles and an example of a company file into a folder
    Init {
        /// Folder to write to; it is made if it is not there
        dir: PathBuf,
        /// Replace files that you have changed
        #[arg(long)]
        force: bool,
    },
    /// Find what is wrong with templates before they are used
    Check {
        /// Folder with templates, or single files [default: this folder]
        #[arg(value_name = "DIR|FILE")]
        paths: Vec<PathBuf>,
    },
    /// Show what you, and we, have changed since the files were copied
    Diff {
        /// Folder with templates
        dir: PathBuf,
    },
}

/// `rolefit new`
#[derive(Debug, Args)]
pub struct NewArgs {
    /// File to write; - writes to standard output
    #[arg(long, value_name = "FILE", default_value = "company.json")]
    pub out: PathBuf,
    /// Replace the file without asking
    #[arg(long)]
    pub force: bool,
}

/// `rolefit which`
#[derive(Debug, Args)]
pub struct WhichArgs {
    /// Answers as JSON, such as {"scaling": true, "products": 3}; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Questions that are answered with yes, by their ids, separated by commas
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub yes: Vec<String>,
    /// Questions that are answered with no
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub no: Vec<String>,
    /// How many products the person will look after
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub products: Option<u32>,
    /// Show the questions with their ids
    #[arg(long)]
    pub list: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = WhichFormat::Text)]
    pub format: WhichFormat,
}

/// Formats of `rolefit which`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WhichFormat {
    /// For the terminal
    Text,
    /// For programs
    Json,
    /// Markdown
    Md,
}

/// `rolefit role`
#[derive(Debug, Subcommand)]
pub enum RoleCommand {
    /// The built-in roles
    List,
    /// One role: facts, duties, requirements
    Show {
        /// lead, senior, or a role file
        #[arg(required_unless_present = "posting")]
        role: Option<String>,
        /// Show what was understood of a posting instead
        #[arg(long, value_name = "FILE", conflicts_with = "role")]
        posting: Option<PathBuf>,
        /// Also print where each fact comes from
        #[arg(long)]
        sources: bool,
        /// Print the role file itself
        #[arg(long)]
        json: bool,
    },
    /// Say whether a role file can be used
    Check {
        /// Role files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// A day as the command line writes it.
fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "expected year, month and day, as in 2026-01-31".to_string())
}

/// `rolefit schema`
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Name of the schema; without it the names are listed
    pub name: Option<String>,
}
