//! The manual's page on signing in to restore: five accounts brought back, left and taken up again, and what each step shows.

use std::path::Path;
use std::sync::OnceLock;

use pulih::words::{Catalog, Language};

use crate::journey::{ACCOUNT, NEW, OLD, PASSWORD};
use crate::manual::captions::Caption;
use crate::manual::{AFTER, BEFORE, Page, STICK, program};
use crate::pty::Pty;
use crate::signing_in::five::{AMAZON, EMAIL, HARBOUR, LAMP, PHONE};
use crate::signing_in::walk::{Outside, PICTURE, Stop, Walk};

/// When it is gone on with: an hour later.
const LATER: i64 = AFTER + 3_600;

/// The person, who is elsewhere.
struct Elsewhere<'a>(&'a Path);

impl Outside for Elsewhere<'_> {
    fn browse(&mut self) {
        std::fs::write(self.0.join(program::SIGNED_IN), "").unwrap();
    }

    fn enter(&mut self, _: &mut Pty) {
        self.browse();
    }
}

/// Walks the whole way in a language.
pub fn walked(language: Language) -> Vec<(String, String)> {
    let (disk, words) = (crate::folder(), Catalog::new(language));
    let vault = program::vault(disk.path());
    std::fs::create_dir_all(vault.parent().unwrap()).unwrap();
    std::fs::write(&vault, restored()).unwrap();
    std::fs::write(disk.path().join(program::SETTINGS), settings()).unwrap();
    crate::pictures::qr(AMAZON, &disk.path().join(PICTURE));
    let mut page = Page::new(language, opening(language));
    let start = |now| Pty::start(program::command(disk.path(), now, &["--lang", language.tag()]));
    let mut pty = start(AFTER);
    pty.see(&words.line("tui-locked")).send(NEW).send("\r").see("Kulturbanken").send("\r");
    let look = |stop: Stop, pty: &Pty| page.add(&of(stop), &pty.frame(), true);
    let mut walk = Walk { pty, words: &words, look };
    walk.first_half(PICTURE);
    let mut walk = Walk { pty: start(LATER), ..walk };
    walk.second_half(&mut Elsewhere(disk.path()));
    let name = if language == Language::En { "sign-in".to_owned() } else { format!("sign-in-{}", language.tag()) };
    page.finish(&name, ending(language))
}

/// A vault of which two accounts were sealed and three stayed with their computer, lost and restored. It is made once.
fn restored() -> &'static [u8] {
    static VAULT: OnceLock<Vec<u8>> = OnceLock::new();
    VAULT.get_or_init(|| {
        let disk = crate::folder();
        make_restored(disk.path());
        std::fs::read(program::vault(disk.path())).unwrap()
    })
}

fn make_restored(disk: &Path) {
    let (language, vault) = (Language::En, program::vault(disk));
    std::fs::create_dir_all(vault.parent().unwrap()).unwrap();
    std::fs::create_dir_all(disk.join(STICK.trim_start_matches('/'))).unwrap();
    let earlier = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/earlier/twelve-accounts.pulih");
    std::fs::copy(earlier, &vault).unwrap();
    let words = Catalog::new(language);
    let run = |now, args: &[&str], lines: &[&str]| {
        let args = [&["--lang", language.tag()], args, &["--passphrase-fd", "0"]].concat();
        let mut pty = Pty::start(program::command(disk, now, &args));
        for line in lines {
            pty.send(line).send("\r");
        }
        if args.contains(&"setup") {
            // The page of words is a matter of its own.
            pty.hear(&words.line("ask-kit-now")).send("-\r");
        }
        assert!(pty.end().success(), "{}", pty.raw());
    };
    let cheap = ["--kdf-memory", "64", "--kdf-time", "3"];
    for (account, password, contact) in [("GitHub", LAMP, EMAIL), ("Kulturbanken", HARBOUR, PHONE)] {
        let seal = ["protect", account, "--sign-in", "--password-fd", "0", "--contact-fd", "0"];
        run(BEFORE, &[&seal[..], &cheap].concat(), &[OLD, password, contact]);
    }
    run(BEFORE, &["protect", "Amazon", "--device"], &[OLD]);
    let account = ["--account", ACCOUNT, "--recovery-password-fd", "0"];
    let setup = ["backup", "setup", "--place", STICK, "--same-kind"];
    run(BEFORE, &[&setup[..], &account, &cheap].concat(), &[OLD, PASSWORD]);
    let home = disk.join(program::HOME.trim_start_matches('/'));
    for gone in [".local/share", ".local/state"] {
        std::fs::remove_dir_all(home.join(gone)).unwrap();
    }
    run(AFTER, &[&["restore", "--from", STICK], &account[..]].concat(), &[NEW, PASSWORD]);
}

fn settings() -> String {
    crate::person::settings("https://login.example.com", "pulih", &["Contoso", "Fabrikam"])
}

/// What stands above the picture of a stop.
const fn of(stop: Stop) -> Caption {
    match stop {
        Stop::Tile => Caption::new(
            "sign-in-01-account",
            [
                "**After a restore some accounts wait for you.** Open one (`Enter`): its tile says what is missing. `Enter` or `s` signs in.",
                "**Efter en återställning väntar några konton på dig.** Öppna ett (`Enter`): rutan säger vad som saknas. `Enter` eller `s` loggar in.",
                "**Setelah pemulihan, beberapa akun menunggu Anda.** Buka salah satu (`Enter`): kotaknya menyebutkan apa yang kurang. `Enter` atau `s` untuk masuk.",
            ],
        ),
        Stop::Password => Caption::new(
            "sign-in-02-password",
            [
                "**A sealed account: its password.** The key is here, locked under a password and a contact that you chose in Pulih.",
                "**Ett förseglat konto: lösenordet.** Nyckeln finns här, låst med ett lösenord och en kontakt som du valde i Pulih.",
                "**Akun tersegel: kata sandinya.** Kuncinya ada di sini, terkunci dengan kata sandi dan kontak yang Anda pilih di Pulih.",
            ],
        ),
        Stop::Contact => Caption::new(
            "sign-in-03-contact",
            [
                "**Then the e-mail address or phone number**, in full. Nothing is sent: it is a second thing to get right, and part of what opens the key.",
                "**Sedan e-postadressen eller telefonnumret**, fullständigt. Inget skickas: det är en sak till som måste stämma, och en del av det som öppnar nyckeln.",
                "**Lalu alamat email atau nomor telepon**, secara lengkap. Tidak ada yang dikirim: ini hal kedua yang harus benar, dan bagian dari yang membuka kunci.",
            ],
        ),
        Stop::Code => Caption::new(
            "sign-in-04-code",
            [
                "**The code is back.** Try it at the service and say whether it was accepted, or do that later.",
                "**Koden är tillbaka.** Prova den hos tjänsten och säg om den godtogs, eller gör det senare.",
                "**Kodenya kembali.** Cobalah di layanan itu dan katakan apakah diterima, atau lakukan nanti.",
            ],
        ),
        Stop::Same => Caption::new(
            "sign-in-05-same-answers",
            [
                "**The same answers for the others?** Asked once, where more accounts are sealed.",
                "**Samma svar för de andra?** Det frågas en gång, när fler konton är förseglade.",
                "**Jawaban yang sama untuk yang lain?** Ditanyakan sekali, bila ada akun tersegel lainnya.",
            ],
        ),
        Stop::Picture => Caption::new(
            "sign-in-06-picture",
            [
                "**Only the name came back: the new key, here from a picture.** The page of the service is named, opened (`Ctrl-O`), copied or shown as a QR code. The key comes as text, from the clipboard, from the screen or from a picture file.",
                "**Bara namnet kom tillbaka: den nya nyckeln, här från en bild.** Tjänstens sida nämns, öppnas (`Ctrl-O`), kopieras eller visas som QR-kod. Nyckeln kommer som text, från urklipp, från skärmen eller från en bildfil.",
                "**Hanya namanya yang kembali: kunci baru, di sini dari gambar.** Halaman layanan disebutkan, dibuka (`Ctrl-O`), disalin, atau ditampilkan sebagai kode QR. Kuncinya berupa teks, dari papan klip, dari layar, atau dari berkas gambar.",
            ],
        ),
        Stop::Wrong => Caption::new(
            "sign-in-07-wrong",
            [
                "**A wrong answer** is one sentence for both, and loses nothing. The next answer waits a little longer each time.",
                "**Ett fel svar** är en enda mening för båda, och inget går förlorat. Nästa svar får vänta lite längre varje gång.",
                "**Jawaban yang salah** adalah satu kalimat untuk keduanya, dan tidak ada yang hilang. Jawaban berikutnya menunggu sedikit lebih lama setiap kali.",
            ],
        ),
        Stop::List => Caption::new(
            "sign-in-08-list",
            [
                "**Leave whenever you like.** The program was closed here and started again; `s` goes on with the list, where two of five are done.",
                "**Lämna när du vill.** Här stängdes programmet och startades igen; `s` fortsätter med listan, där två av fem är klara.",
                "**Tinggalkan kapan saja.** Di sini program ditutup lalu dijalankan lagi; `s` melanjutkan daftar, dua dari lima sudah selesai.",
            ],
        ),
        Stop::Way => Caption::new(
            "sign-in-09-way",
            [
                "**A work account with a provider in the settings.** The provider can confirm who you are; the new key comes after that, or at once.",
                "**Ett konto med en inloggningstjänst i inställningarna.** Tjänsten kan bekräfta vem du är; den nya nyckeln kommer efter det, eller genast.",
                "**Akun dengan penyedia di pengaturan.** Penyedia dapat memastikan siapa Anda; kunci baru menyusul sesudahnya, atau langsung.",
            ],
        ),
        Stop::Browser => Caption::new(
            "sign-in-10-browser",
            [
                "**By the browser on this computer.** Its page is opened. The provider asks for your password there; Pulih never sees it.",
                "**Med webbläsaren på den här datorn.** Sidan öppnas. Där frågar tjänsten efter ditt lösenord; Pulih ser det aldrig.",
                "**Lewat peramban di komputer ini.** Halamannya dibuka. Di sana penyedia meminta kata sandi Anda; Pulih tidak pernah melihatnya.",
            ],
        ),
        Stop::Person => Caption::new(
            "sign-in-11-person",
            [
                "**Who was confirmed**, and what the provider said of a second factor. Say that it is you.",
                "**Vem som bekräftades**, och vad tjänsten sade om en andra faktor. Säg att det är du.",
                "**Siapa yang dipastikan**, dan apa kata penyedia tentang faktor kedua. Katakan bahwa itu Anda.",
            ],
        ),
        Stop::Key => Caption::new(
            "sign-in-12-key",
            [
                "**The new key, pasted.** It is never shown.",
                "**Den nya nyckeln, inklistrad.** Den visas aldrig.",
                "**Kunci baru, ditempel.** Tidak pernah ditampilkan.",
            ],
        ),
        Stop::Device => Caption::new(
            "sign-in-13-device",
            [
                "**By a code, on any phone or computer.** Enter it at the address; `F4` shows that as a QR code. Only enter a code that you have just asked for.",
                "**Med en kod, på vilken telefon eller dator som helst.** Skriv in den på adressen; `F4` visar den som QR-kod. Skriv bara in en kod som du just har bett om.",
                "**Lewat kode, di ponsel atau komputer mana pun.** Ketikkan di alamat itu; `F4` menampilkannya sebagai kode QR. Masukkan hanya kode yang baru saja Anda minta.",
            ],
        ),
        Stop::Left => Caption::new(
            "sign-in-14-left",
            [
                "**Left before the key was there.** The badge now says the next step: who you are is known, the key is still missing, and no code is shown.",
                "**Lämnat innan nyckeln fanns.** Märket säger nu nästa steg: vem du är är känt, nyckeln saknas ännu, och ingen kod visas.",
                "**Ditinggalkan sebelum kuncinya ada.** Tandanya kini menyebutkan langkah berikutnya: siapa Anda sudah diketahui, kuncinya masih kurang, dan tidak ada kode yang ditampilkan.",
            ],
        ),
        Stop::Done => Caption::new(
            "sign-in-15-done",
            [
                "**Five of five.** Nothing is left to do.",
                "**Fem av fem.** Inget återstår att göra.",
                "**Lima dari lima.** Tidak ada lagi yang harus dilakukan.",
            ],
        ),
        Stop::Accounts => Caption::new(
            "sign-in-16-accounts",
            [
                "**No badge is left**: every account shows its code.",
                "**Inget märke är kvar**: varje konto visar sin kod.",
                "**Tidak ada tanda yang tersisa**: setiap akun menampilkan kodenya.",
            ],
        ),
    }
}

const fn opening(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => (
            "Sign in to restore your accounts",
            "Also in [Swedish](sign-in-sv.md) and [Indonesian](sign-in-id.md). It follows [the way back from a lost computer](README.md). The \
             pictures are drawn like those there; the provider in them is invented. What a sign-in at a provider is worth stands in \
             [its own page](../sign-in.md).",
        ),
        Language::Sv => (
            "Logga in för att återställa dina konton",
            "Också på [engelska](sign-in.md) och [indonesiska](sign-in-id.md). Fortsättning på [vägen tillbaka](sv.md).",
        ),
        Language::Id => (
            "Masuk untuk memulihkan akun Anda",
            "Juga dalam [bahasa Inggris](sign-in.md) dan [bahasa Swedia](sign-in-sv.md). Lanjutan dari [jalan kembali](id.md).",
        ),
    }
}

const fn ending(language: Language) -> &'static str {
    match language {
        Language::En => {
            "Without a terminal the same is done by `pulih sign-in ACCOUNT`, and `pulih sign-in` lists what is left; see \
             [the command line](../command-line.md). `tests/live/sign-in-replay.sh` walks both ways with the released program and a certified provider."
        }
        Language::Sv => {
            "Utan terminal gör `pulih sign-in KONTO` samma sak, och `pulih sign-in` listar vad som återstår; se [kommandoraden](../command-line.md) \
             (på engelska)."
        }
        Language::Id => {
            "Tanpa terminal, `pulih sign-in AKUN` melakukan hal yang sama, dan `pulih sign-in` mencantumkan yang tersisa; lihat \
             [baris perintah](../command-line.md) (dalam bahasa Inggris)."
        }
    }
}
