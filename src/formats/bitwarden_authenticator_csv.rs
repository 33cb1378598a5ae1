//! The table that Bitwarden Authenticator exports. Its header names six columns and its rows have nine (issuer, period
//! and digits more), none of them quoted, so that a comma in a name moves the cells: the URI is looked for and trusted.

use crate::formats::csv_logins::is_yes;
use crate::formats::csv_table::{Table, header};
use crate::formats::login::{Login, Logins, is_uri};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, Spot};

/// How many cells stand before the name: folder, favourite, type.
const BEFORE_NAME: usize = 3;

/// Bitwarden Authenticator's table.
#[derive(Debug)]
pub struct BitwardenAuthenticatorCsv;

impl Format for BitwardenAuthenticatorCsv {
    fn id(&self) -> &'static str {
        "bitwarden-authenticator-csv"
    }

    fn about(&self) -> About {
        About {
            app: "Bitwarden Authenticator",
            how: "how-bitwarden-authenticator",
            reads: "CSV, which it writes amiss",
        }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        if has("login_totp") && !has("login_username") { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let table = Table::parse(file.text().ok_or(FormatError::NotRecognised)?)?;
        let mut logins = Logins::new(self.id());
        for row in table.rows() {
            let cells: Vec<&str> = row.cells().collect();
            let code = cells.iter().position(|cell| is_code(cell));
            // A name with a comma is spread over several cells, up to the one before the URI, which is the address.
            let name_end = code.map_or(BEFORE_NAME + 1, |code| code.saturating_sub(1));
            let name = cells.get(BEFORE_NAME..name_end).unwrap_or_default().join(",");
            // An account without an issuer has the word for nothing there.
            let name = if name == "null" { String::new() } else { name };
            let code = code.and_then(|code| cells.get(code)).copied().unwrap_or(table.cell(row, &["login_totp"]));
            let is_pinned = is_yes(cells.get(1).copied().unwrap_or_default());
            let folder = cells.first().copied().unwrap_or_default();
            let login = Login { title: &name, code, groups: vec![folder], is_pinned, ..Login::default() };
            logins.take(Spot::Line(row.line), &login)?;
        }
        Ok(Parsed::Plain(logins.finish()?))
    }
}

/// Whether a cell is the URI, and not an address of the service.
fn is_code(cell: &str) -> bool {
    let scheme = cell.split("://").next().unwrap_or_default().to_ascii_lowercase();
    is_uri(cell) && matches!(scheme.as_str(), "otpauth" | "steam")
}

#[cfg(test)]
mod tests {
    use super::BitwardenAuthenticatorCsv;
    use crate::formats::testing::{KEY, names, plain};

    const HEADER: &str = "folder,favorite,type,name,login_uri,login_totp";

    #[test]
    fn rows_longer_than_the_header_are_read_by_their_uri() {
        let text = format!(
            "{HEADER}\n,,1,Example,,otpauth://totp/Example:anna?secret={KEY}&issuer=Example&digits=7,Example,30,7\n\
             ,1,1,Smith, Sons & Co,,otpauth://totp/?secret={KEY},Smith, Sons & Co,30,6\n\
             ,,1,Game,https://example.com,steam://{KEY},Steam,30,5\n\
             ,,1,null,,otpauth://totp/anna?secret={KEY},null,30,6\n"
        );
        let imported = plain(&BitwardenAuthenticatorCsv, text);
        assert_eq!(names(&imported), [("Example", "anna"), ("Smith,Sons & Co", ""), ("Game", ""), ("", "anna")]);
        assert_eq!(imported.arrivals.iter().map(|it| it.pinned).collect::<Vec<_>>(), [false, true, false, false]);
        assert_eq!(imported.arrivals[0].params().map(|params| params.digits()), Some(7));
    }

    #[test]
    fn a_bare_key_is_read_by_the_header() {
        let imported = plain(&BitwardenAuthenticatorCsv, format!("{HEADER}\n,,1,Example,,{KEY}\n,,1,Bad,,A1\n"));
        assert_eq!((names(&imported), imported.complaints.len()), (vec![("Example", "")], 1));
    }
}
