//! `pulih help`: pages that name each other, readable in every language, without a vault.

use crate::bench::Bench;

#[test]
fn every_page_is_printed_and_the_pages_it_names_are_there() {
    let bench = Bench::empty();
    let list = bench.bare(&["help"], &[]).done();
    let names: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();
    assert_eq!(names.len(), 6, "{list}");
    for name in &names {
        for language in ["en", "sv", "id"] {
            let page = bench.bare(&["help", name, "--lang", language], &[]).done();
            assert!(page.lines().count() > 12 && page.lines().all(|line| line.chars().count() <= 76), "{page}");
            assert!(!page.contains('<'), "{page}");
            let named: Vec<&str> = page
                .lines()
                .filter_map(|line| line.trim().strip_prefix("pulih help ")?.split_whitespace().next())
                .collect();
            assert!(named.len() >= 2 && named.iter().all(|link| names.contains(link) && link != name), "{page}");
        }
        let json: serde_json::Value = serde_json::from_str(&bench.bare(&["help", name, "--json"], &[]).done()).unwrap();
        assert_eq!(json["topic"].as_str(), Some(*name));
    }
    bench.bare(&["help", "nothing"], &[]).refused(2);
    assert!(!bench.vault().exists() && !bench.path("state").exists());
}
