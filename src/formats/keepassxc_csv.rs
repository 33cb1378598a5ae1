//! The table that KeePassXC exports. Groups are paths whose first step is the database itself. What lay in the recycle
//! bin is in it too, without a sign but the name of the group.

use crate::formats::csv_table::{Row, Table, header};
use crate::formats::login::{Login, Logins};
use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, Remark, Spot};

/// What the app calls its recycle bin in the languages that it speaks most.
const RECYCLE_BINS: [&str; 16] = [
    "Cestino",
    "Corbeille",
    "Keranjang Sampah",
    "Kosz",
    "Lixeira",
    "Lixo",
    "Papelera de reciclaje",
    "Papierkorb",
    "Papperskorg",
    "Papperskorgen",
    "Prullenbak",
    "Recycle Bin",
    "Reciclagem",
    "Корзина",
    "ごみ箱",
    "回收站",
];

/// KeePassXC's table.
#[derive(Debug)]
pub struct KeePassXcCsv;

impl Format for KeePassXcCsv {
    fn id(&self) -> &'static str {
        "keepassxc-csv"
    }

    fn about(&self) -> About {
        About { app: "KeePassXC", how: "how-keepassxc-csv", reads: "CSV" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let names = header(file.text().unwrap_or_default());
        let has = |name: &str| names.iter().any(|it| it == name);
        if ["group", "title", "username", "totp"].into_iter().all(has) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        let table = Table::parse(file.text().ok_or(FormatError::NotRecognised)?)?;
        let (mut logins, mut in_bin) = (Logins::new(self.id()), 0);
        for row in table.rows() {
            let group = path_below_root(table.cell(row, &["group"]));
            let login = login(&table, row, group);
            match is_bin(group) && !login.code.is_empty() {
                true => in_bin += 1,
                false => logins.take(Spot::Line(row.line), &login)?,
            }
        }
        if in_bin > 0 {
            logins.gathering().note_on_file(Remark::TrashLeftOut(in_bin));
        }
        Ok(Parsed::Plain(logins.finish()?))
    }
}

fn login<'r>(table: &Table<'_>, row: &'r Row<'_>, group: &'r str) -> Login<'r> {
    Login {
        title: table.cell(row, &["title"]),
        name: table.cell(row, &["username"]),
        code: table.cell(row, &["totp"]),
        note: table.cell(row, &["notes"]),
        groups: vec![group],
        ..Login::default()
    }
}

fn path_below_root(path: &str) -> &str {
    path.split_once('/').map_or("", |(_, below)| below)
}

fn is_bin(path: &str) -> bool {
    path.split('/').next().is_some_and(|first| RECYCLE_BINS.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::KeePassXcCsv;
    use crate::formats::Remark;
    use crate::formats::testing::{KEY, names, plain};

    #[test]
    fn groups_lose_their_root_and_the_recycle_bin_stays_behind() {
        let uri = |title: &str| format!("otpauth://totp/{title}:anna?secret={KEY}&issuer={title}");
        let row = |group: &str, title: &str, totp: &str| {
            format!("\"{group}\",\"{title}\",\"anna\",\"pw\",\"\",\"a \"\"note\"\"\",\"{totp}\",\"0\",\"\",\"\"\n")
        };
        let text = [
            "\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\",\"Icon\",\"Last Modified\",\"Created\"\n"
                .to_owned(),
            row("Passwords", "Top", &uri("Top")),
            row("Passwords/Work/Web", "Deep", &uri("Deep")),
            row("Passwords/Recycle Bin", "Gone", &uri("Gone")),
            row("Passwords", "None", ""),
        ]
        .concat();
        let imported = plain(&KeePassXcCsv, text);
        assert_eq!(names(&imported), [("Top", "anna"), ("Deep", "anna")]);
        assert_eq!(imported.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>(), ["Work/Web"]);
        assert_eq!(&*imported.arrivals[0].note, "a \"note\"");
        let remarks: Vec<_> = imported.notes.iter().map(|note| &note.remark).collect();
        assert_eq!(remarks, [&Remark::TrashLeftOut(1), &Remark::WithoutCode(1)]);
    }

    #[test]
    fn steam_is_told_by_its_encoder() {
        let text = format!(
            "Group,Title,Username,TOTP\nRoot,Game,gabe,otpauth://totp/Game:gabe?secret={KEY}&digits=5&encoder=steam"
        );
        assert_eq!(plain(&KeePassXcCsv, text).arrivals[0].type_name(), "steam");
    }
}
