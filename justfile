# The deeds of a day. `just` alone lists them.

_:
    @just --list

# All checks, as they run before a change is taken in
ci:
    .ci/run

# The program with sample accounts, in memory
demo:
    cargo run --release -- --demo

# The tests
test *args:
    cargo test {{ args }}

# Format and lints
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# How the costs grow
bench *args:
    cargo bench {{ args }}

# The documentation of the code
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --open

# Licences, advisories and sources of the libraries
deny:
    cargo deny check

# Accept changed screens after having looked at them
screens:
    cargo insta review
