//! Tables and JSON lists that no known app writes: a header or names that say what is what (`issuer`, `name`, `secret`,
//! `uri`, `type`, `algorithm`, `digits`, `period`, `counter`, `notes`, `tags`, and what else they are called), with `,`
//! `;` or tab between cells. A URI in any column wins.

use crate::formats::{About, Foreign, Format, FormatError, Likeness, Parsed, plain_rows};

/// A table or list of nobody in particular.
#[derive(Debug)]
pub struct Plain;

impl Format for Plain {
    fn id(&self) -> &'static str {
        "plain"
    }

    fn about(&self) -> About {
        About {
            app: "CSV or JSON of your own",
            how: "how-plain",
            reads: "CSV with a header, JSON list of objects or URIs",
        }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        let is_list = plain_rows::items(file).is_some_and(plain_rows::is_list);
        let is_table = file.text().is_some_and(plain_rows::is_table);
        if is_list || is_table { Likeness::Possible } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        plain_rows::read(self.id(), file)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Plain;
    use crate::account::Credential;
    use crate::formats::testing::{KEY, file, names, plain};
    use crate::formats::{Format, Likeness, Reason, Remark, Spot};

    #[test]
    fn columns_come_in_any_order_under_many_names() {
        let text = format!(
            "Algo;Service;Account;Seed;Digits;TimeStep;Tags;Notes\n\
             SHA-256;Example;anna;{KEY};8;60;a; b;'=1+1\nsha3;Bad;b;{KEY};;;;\n;None;c;;;;;\n"
        )
        .replace("a; b", "\"a; b\"");
        let imported = plain(&Plain, text);
        assert_eq!(names(&imported), [("Example", "anna"), ("None", "c")]);
        let it = &imported.arrivals[0];
        let params = it.params().unwrap();
        assert_eq!((params.digits(), params.period().map(|it| it.seconds())), (8, Some(60)));
        assert_eq!((it.groups.len(), &*it.note), (2, "=1+1"));
        assert!(matches!(imported.arrivals[1].credential, Credential::Missing(_)));
        let complaints: Vec<_> = imported.complaints.iter().map(|it| (it.spot, it.reason.clone())).collect();
        assert_eq!(complaints, [(Spot::Line(3), Reason::UnknownAlgorithm("sha3".to_owned()))]);
    }

    #[test]
    fn a_uri_in_any_column_wins() {
        let text = format!("issuer,name,secret,link\nX,y,AAAA,otpauth://hotp/Example:anna?secret={KEY}&counter=7\n");
        let imported = plain(&Plain, text);
        assert_eq!((names(&imported), imported.arrivals[0].type_name()), (vec![("Example", "anna")], "hotp"));
    }

    #[test]
    fn a_counter_without_a_type_is_hotp_and_a_bad_number_is_a_complaint() {
        let text = format!("name,secret,counter\nExample: anna,{KEY},5\nb,{KEY},x\n");
        let imported = plain(&Plain, text);
        assert_eq!(names(&imported), [("Example", "anna")]);
        assert_eq!(imported.arrivals[0].params().and_then(|it| it.counter()).map(|it| it.get()), Some(5));
        assert_eq!(imported.complaints.iter().map(|it| &it.reason).collect::<Vec<_>>(), [&Reason::BadField("counter")]);
    }

    #[test]
    fn a_table_of_passwords_is_not_taken_for_accounts() {
        let text = format!("name,url,username,password,totp\nExample,https://example.com,anna,pw,{KEY}\nb,,c,pw,\n");
        let imported = plain(&Plain, text);
        assert_eq!(names(&imported), [("Example", "anna")]);
        assert_eq!(imported.notes.iter().map(|it| &it.remark).collect::<Vec<_>>(), [&Remark::WithoutCode(1)]);
        assert_eq!(Plain.sniff(&file("name,url,username,password\na,https://example.com,b,c\n")), Likeness::None);
    }

    #[test]
    fn a_json_list_is_read_by_the_same_names() {
        let list = json!([
            {"Service": "Example", "account": "anna", "secret": KEY, "digits": 7, "tags": ["a", "b"], "favorite": true},
            {"otpauth": format!("otpauth://totp/Shop:bo?secret={KEY}")}, 5,
        ]);
        let imported = plain(&Plain, list.to_string());
        assert_eq!(names(&imported), [("Example", "anna"), ("Shop", "bo")]);
        assert_eq!((imported.groups.len(), imported.arrivals[0].pinned, imported.complaints.len()), (2, true, 1));
    }

    #[test]
    fn a_list_of_uris_and_a_list_inside_of_an_object_are_read_too() {
        let uri = |name: &str| format!("otpauth://totp/Shop:{name}?secret={KEY}");
        let imported = plain(&Plain, json!([uri("anna"), "otpauth", uri("bo")]).to_string());
        assert_eq!((names(&imported), imported.complaints.len()), (vec![("Shop", "anna"), ("Shop", "bo")], 1));
        let object = json!({"made": 2026, "accounts": [{"issuer": "Shop", "name": "anna", "secret": KEY}]});
        assert_eq!(names(&plain(&Plain, object.to_string())), [("Shop", "anna")]);
        assert_eq!(Plain.sniff(&file(json!({"a": [uri("x")], "b": []}).to_string())), Likeness::None);
    }

    #[test]
    fn a_list_of_ones_own_is_not_taken_for_that_of_an_app() {
        let list =
            json!([{"service": "Shop", "label": "anna", "type": "totp", "secret": KEY}, {"label": "x", "uri": "y"}]);
        assert_eq!(names(&plain(&Plain, list.to_string()))[0], ("Shop", "anna"));
    }
}
