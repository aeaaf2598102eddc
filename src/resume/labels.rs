//! Labels that forms and exports put before the parts of a job: "Designation : Product Manager", "Von: Juni 2022".

use crate::lexicon::words::fold;

/// Labels before title, employer, place and dates, folded and in the order of their bytes.
const LABELS: [&str; 194] = [
    "abteilung",
    "address",
    "al",
    "arbeitgeber",
    "arbeitsort",
    "arbetsgivare",
    "ate",
    "au",
    "austritt",
    "azienda",
    "bedrijf",
    "befattning",
    "beginn",
    "beruf",
    "beruf oder funktion",
    "berufsbezeichnung",
    "bis",
    "cargo",
    "cargo ou funcao",
    "centro",
    "cidade",
    "citta",
    "city",
    "ciudad",
    "client",
    "compania",
    "company",
    "company name",
    "country",
    "da",
    "dal",
    "data",
    "data de fim",
    "data de inicio",
    "data de termino",
    "data di fine",
    "data di inizio",
    "datas",
    "date",
    "date da a",
    "date de debut",
    "date de fin",
    "date of joining",
    "date of leaving",
    "dates",
    "dates from to",
    "dates of employment",
    "datore di lavoro",
    "dauer",
    "de",
    "debut",
    "department",
    "desde",
    "designation",
    "designation held",
    "do",
    "du",
    "duration",
    "einddatum",
    "einrichtung",
    "eintritt",
    "empleador",
    "employed from",
    "employed to",
    "employer",
    "employer city",
    "employer name",
    "employeur",
    "employment",
    "employment dates",
    "employment type",
    "empresa",
    "end",
    "end date",
    "end month",
    "enddatum",
    "ende",
    "entreprise",
    "etablissement",
    "experience",
    "fecha",
    "fecha de fin",
    "fecha de inicio",
    "fechas",
    "fin",
    "firma",
    "fonction",
    "fonction ou poste occupe",
    "foretag",
    "fran",
    "from",
    "funcao",
    "funcao ou cargo ocupado",
    "functie",
    "funktion",
    "hasta",
    "impresa",
    "inicio",
    "institution",
    "intitule du poste",
    "job",
    "job title",
    "job type",
    "joining date",
    "lavoro o posizione ricoperti",
    "leaving date",
    "lieu",
    "local",
    "location",
    "lugar",
    "luogo",
    "mansione",
    "name",
    "name and address of employer",
    "name of employer",
    "name und anschrift des arbeitgebers",
    "nom et adresse de l employeur",
    "nombre y direccion de la empresa",
    "nombre y direccion del empleador",
    "nome del datore di lavoro",
    "nome do empregador",
    "nome e indirizzo del datore di lavoro",
    "occupation",
    "occupation or position held",
    "od",
    "okres",
    "organisation",
    "organisation name",
    "organisme",
    "organizacion",
    "organization",
    "organization name",
    "ort",
    "period",
    "periode",
    "periodo",
    "plaats",
    "place",
    "position",
    "position held",
    "position title",
    "positions",
    "posizione",
    "post",
    "post held",
    "poste",
    "poste occupe",
    "pracodawca",
    "principali mansioni e responsabilita",
    "profesion o cargo desempenado",
    "project",
    "province",
    "puesto",
    "puesto de trabajo",
    "puesto desempenado",
    "qualifica",
    "region",
    "relieving date",
    "role",
    "roles",
    "roll",
    "rolle",
    "ruolo",
    "sede",
    "societe",
    "stanowisko",
    "start",
    "start date",
    "start month",
    "startdatum",
    "state",
    "stelle",
    "tatigkeit",
    "tenure",
    "termino",
    "till",
    "tipo di azienda o settore",
    "tipo di impiego",
    "title",
    "titles",
    "tjanst",
    "to",
    "tot",
    "type of business",
    "unternehmen",
    "until",
    "van",
    "ville",
    "vom",
    "von",
    "werkgever",
    "work",
    "work experience",
    "zeitraum",
];
/// Labels of whom one worked for.
pub(super) const EMPLOYERS: [&str; 32] = [
    "arbeitgeber",
    "arbetsgivare",
    "azienda",
    "bedrijf",
    "compania",
    "company",
    "company name",
    "datore di lavoro",
    "empleador",
    "employer",
    "employer name",
    "employeur",
    "empresa",
    "entreprise",
    "firma",
    "foretag",
    "impresa",
    "name and address of employer",
    "name of employer",
    "name und anschrift des arbeitgebers",
    "nom et adresse de l employeur",
    "nombre y direccion de la empresa",
    "nombre y direccion del empleador",
    "nome do empregador",
    "nome e indirizzo del datore di lavoro",
    "organisation",
    "organisation name",
    "organization",
    "organization name",
    "pracodawca",
    "unternehmen",
    "werkgever",
];
/// Labels of a title.
pub(super) const ROLES: [&str; 21] = [
    "befattning",
    "beruf oder funktion",
    "berufsbezeichnung",
    "designation",
    "designation held",
    "fonction ou poste occupe",
    "job title",
    "occupation or position held",
    "position",
    "position held",
    "position title",
    "post held",
    "poste",
    "poste occupe",
    "profesion o cargo desempenado",
    "puesto",
    "role",
    "rolle",
    "stanowisko",
    "tipo di impiego",
    "title",
];
/// Labels of what the work was done for.
pub(super) const CLIENTS: [&str; 2] = ["client", "project"];
/// Letters in the longest label.
const LONGEST: usize = 37;

fn is_known(label: &str) -> bool {
    LABELS.binary_search(&label).is_ok()
}

/// A label in small letters, without the marks around its words: "Dates (from – to)".
fn folded(label: &str) -> String {
    let words = fold(label).replace(|c: char| !c.is_alphanumeric() && c != '/', " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a label is one that forms put before the parts of a job: "Designation", "Title/position".
fn is_label(text: &str) -> bool {
    let known = |part: &str| is_known(part.trim());
    known(text) || text.contains('/') && text.split('/').all(known)
}

/// Takes a form's label from the front of a text: "Designation : Product Manager".
pub(super) fn without_label(text: &str) -> &str {
    let Some((label, rest)) = text.split_once(':') else {
        let bare = text.trim();
        return if bare.chars().count() <= LONGEST && is_known(&folded(bare)) { "" } else { text };
    };
    let label = label.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' ')).trim();
    // keys of data files: "start_date"
    let label = folded(label);
    if is_label(&label) { rest.trim() } else { text }
}

/// What stands before the first colon of a line, folded.
pub(super) fn label_of(plain: &str) -> Option<String> {
    plain.split_once(':').map(|(label, _)| folded(label.trim()))
}

/// Whether a row of a form says whom one worked for.
pub(super) fn names_employer(plain: &str) -> bool {
    label_of(plain).is_some_and(|label| EMPLOYERS.contains(&label.as_str()))
}

/// Whether a row of a form says for which client.
pub(super) fn names_client(plain: &str) -> bool {
    label_of(plain).as_deref() == Some(CLIENTS[0])
}

/// What stands behind the name of a company.
const LEGAL_FORMS: [&str; 20] = [
    "ltd", "limited", "inc", "llc", "llp", "plc", "gmbh", "mbh", "kgaa", "ohg", "corp", "pvt", "ag", "bv", "ab", "oy",
    "aps", "srl", "sarl", "ltda",
];

/// Those that are written with dots; "A.B." is a degree.
const DOTTED_FORMS: [&str; 6] = ["b.v.", "n.v.", "d.o.o.", "o.o.", "s.r.o.", "l.l.c."];

/// Whether a line names a company by its legal form; its other words ("Technologies", "Tools") then head no section.
pub(super) fn names_company(plain: &str) -> bool {
    // behind a comma two letters are a province: "Calgary, AB"; in small letters "kg" is a weight
    let province = |w: &str| w.len() == "AB".len() && plain.split(',').skip(1).any(|part| part.trim() == w);
    let form = |w: &str| w == "KG" || LEGAL_FORMS.iter().any(|form| w.eq_ignore_ascii_case(form));
    let dotted = |w: &str| DOTTED_FORMS.iter().any(|form| w.eq_ignore_ascii_case(form));
    plain.split(|c: char| !c.is_alphanumeric()).any(|w| form(w) && !province(w)) || plain.split([' ', ',']).any(dotted)
}

/// Whether a row of a form says as what one worked.
pub(super) fn names_role(plain: &str) -> bool {
    label_of(plain).is_some_and(|label| ROLES.contains(&label.as_str()))
}

/// Whether a line is a form's label or its colon and nothing else.
pub(super) fn is_bare_label(text: &str) -> bool {
    let text = text.trim();
    text == ":" || text.contains(char::is_alphabetic) && without_label(text).is_empty()
}

/// Whether a line of a form answers a question: "Current Job: No".
pub(super) fn is_answer(text: &str) -> bool {
    let answers = ["yes", "no", "true", "false", "ja", "nein", "oui", "non"];
    text.split_once(':').is_some_and(|(_, answer)| answers.contains(&fold(answer.trim()).as_str()))
}

/// A row of a form whose label stands in a column of its own, with a colon instead: "Employer  Acme"; a third column is that
/// of a table.
pub(super) fn with_colon(text: &str) -> Option<String> {
    let (label, value) = text.split_once("  ").filter(|(_, value)| !value.contains("  "))?;
    let label = label.trim_end_matches([':', ' ']);
    is_label(&folded(label)).then(|| format!("{label}: {value}"))
}

/// What stands behind a form's label and its colon; all where there is none.
pub(super) fn value(text: &str) -> &str {
    if text.contains(':') { without_label(text) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_are_in_order_and_none_is_longer_than_the_longest() {
        assert!(LABELS.is_sorted());
        assert!(EMPLOYERS.iter().chain(&ROLES).chain(&CLIENTS).all(|label| is_known(label)));
        assert_eq!(LABELS.iter().map(|label| label.len()).max(), Some(LONGEST));
    }

    #[test]
    fn a_label_is_taken_from_the_front() {
        for (text, rest) in [
            ("Designation : Product Manager", "Product Manager"),
            ("3) Title/position: Buyer", "Buyer"),
            ("start_date: 2019-03", "2019-03"),
            ("Tätigkeit: Leitung", "Leitung"),
            ("Bis", ""),
            ("Motto: do it", "Motto: do it"),
            ("Leeds", "Leeds"),
        ] {
            assert_eq!(without_label(text), rest);
        }
        assert!(names_company("Volvo AB, Gothenburg") && names_company("Miele & Cie. KG"));
        assert!(!names_company("Calgary, AB") && !names_company("Lifted 40 kg"));
        assert!(is_bare_label(":") && is_bare_label("Employer") && !is_bare_label("Leeds"));
    }
}
