//! A folder with a vault of its own, and the binary started in it with an empty environment.

use std::fs::DirBuilder;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The binary under test.
pub const PULIH: &str = env!("CARGO_BIN_EXE_pulih");

/// The passphrase of the vaults here.
pub const OLD: &str = "four words like these";

/// A key of the tests and the code that it gives at 1111111111 (checked with oathtool where that is there).
pub const KEY: &str = "4SJHB4GSD43FZBAI7C2HLRJGPQ";
pub const CODE_AT_1111111111: &str = "292491";

/// A folder of its own for each test.
pub struct Bench {
    folder: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Bench {
    /// Without a vault.
    pub fn empty() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// With a vault of three accounts: `Deno:Mason` (totp), `Issuu:James` (hotp, counter 1), `Issuu:Backup` (totp).
    /// It is made once and copied.
    pub fn new() -> Self {
        static VAULT: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = VAULT.get_or_init(|| {
            let first = Self::empty();
            first.ran(&["init", "--kdf-memory", "64", "--kdf-time", "3"], &[OLD]).done();
            for uri in [
                format!("otpauth://totp/Deno:Mason?secret={KEY}&issuer=Deno"),
                "otpauth://hotp/Issuu:James?secret=YOOMIXWS5GN6RTBPUFFWKTW5M4&issuer=Issuu&counter=1".to_owned(),
                "otpauth://totp/Issuu:Backup?secret=5OM4WOOGPLQEF6UGN3CPEOOLWU&issuer=Issuu".to_owned(),
            ] {
                first.ran(&["add", "--uri-fd", "0"], &[OLD, &uri]).done();
            }
            std::fs::read(first.vault()).unwrap()
        });
        Self::with_vault(bytes)
    }

    /// With the vault of these bytes.
    pub fn with_vault(bytes: &[u8]) -> Self {
        let bench = Self::empty();
        DirBuilder::new().mode(0o700).create(bench.path("vaults")).unwrap();
        let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(bench.vault());
        file.unwrap().write_all(bytes).unwrap();
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn vault(&self) -> PathBuf {
        self.path("vaults/mine.pulih")
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The arguments that keep a run inside the folder.
    pub fn places(&self) -> Vec<String> {
        let text = |path: PathBuf| path.to_str().unwrap().to_owned();
        let mut places =
            [["--vault".to_owned(), text(self.vault())], ["--state".to_owned(), text(self.path("state"))]].concat();
        let settings = self.path("config.toml");
        if settings.exists() {
            places.extend(["--config".to_owned(), text(settings)]);
        }
        places
    }

    /// A command that sees nothing of the person who runs the tests.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("HOME", self.folder.path()).env("PATH", "/usr/bin:/bin").env("LANG", "C.UTF-8");
        command
    }

    /// Runs with these lines on standard input; the first is the passphrase where there is one.
    pub fn ran(&self, args: &[&str], lines: &[&str]) -> Ran {
        let mut command = self.command(PULIH);
        command.args(self.places()).args(args);
        if !lines.is_empty() {
            command.args(["--passphrase-fd", "0"]);
        }
        finish(command, lines)
    }

    /// Runs without a passphrase, with these lines on standard input.
    pub fn bare(&self, args: &[&str], lines: &[&str]) -> Ran {
        let mut command = self.command(PULIH);
        command.args(self.places()).args(args);
        finish(command, lines)
    }

    /// The open vault's JSON answer to a command.
    pub fn json(&self, args: &[&str], lines: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.ran(&args, lines).done()).unwrap()
    }

    /// What `list --json` says of the accounts: issuer and name of each.
    pub fn accounts(&self) -> Vec<String> {
        let list = self.json(&["list"], &[OLD]);
        let title = |one: &Value| format!("{}:{}", one["issuer"].as_str().unwrap(), one["name"].as_str().unwrap());
        list.as_array().unwrap().iter().map(title).collect()
    }
}

/// Runs to the end with these lines on standard input.
pub fn finish(mut command: Command, lines: &[&str]) -> Ran {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    // A program that reads nothing has closed its end; that is no matter of these tests.
    let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

impl Ran {
    /// The output of a run that has to be done.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// A run that has to end like this, and say why in at least two sentences.
    #[track_caller]
    pub fn refused(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert!(self.err.lines().count() >= 2, "{self:?}");
        self.err
    }
}

/// A sample file of the project.
pub fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name).to_str().unwrap().to_owned()
}
