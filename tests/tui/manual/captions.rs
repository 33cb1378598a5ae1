//! The words of the manual's pages, in the three languages.

use pulih::words::Language;

use crate::journey::Stop;

/// A picture of the manual: what its file is called, and what stands above it.
pub struct Caption {
    pub file: &'static str,
    words: [&'static str; 3],
}

impl Caption {
    pub const fn new(file: &'static str, words: [&'static str; 3]) -> Self {
        Self { file, words }
    }

    pub const fn words(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.words[0],
            Language::Id => self.words[2],
            Language::Sv => self.words[1],
        }
    }
}

/// Setting up: once, on the computer that is there.
pub const SET_UP: Caption = Caption {
    file: "01-set-up",
    words: [
        "**While all is well: set backups up.** Say where they go, for example to a stick or a folder that a cloud service keeps \
         in step, and choose a recovery account: a name and a password, without which nobody opens them, you included. The first \
         backup is made at once, read back, and opened with the password that you typed.",
        "**Medan allt är väl: ordna säkerhetskopior.** Säg vart de ska, till exempel till ett USB-minne eller en mapp som en \
         molntjänst håller i takt, och välj ett återställningskonto: ett namn och ett lösenord, utan vilka ingen öppnar dem, inte \
         du heller. Den första kopian görs genast, läses tillbaka och öppnas med lösenordet du skrev.",
        "**Selagi semuanya baik: siapkan cadangan.** Tentukan tempatnya, misalnya flashdisk atau folder yang disinkronkan \
         layanan cloud, lalu pilih akun pemulihan: nama dan kata sandi; tanpa keduanya tidak ada yang dapat membukanya, termasuk \
         Anda. Cadangan pertama langsung dibuat, dibaca kembali, dan dibuka dengan kata sandi yang Anda ketik.",
    ],
};

/// A backup by hand.
pub const NOW: Caption = Caption {
    file: "02-backup-now",
    words: [
        "**From then on every change is backed up by itself.** You can also ask for it. A backup counts once it was read back.",
        "**Därefter säkerhetskopieras varje ändring av sig själv.** Du kan också be om det. En kopia räknas när den lästs tillbaka.",
        "**Sejak itu setiap perubahan dicadangkan dengan sendirinya.** Anda juga dapat memintanya. Cadangan dihitung setelah \
         dibaca kembali.",
    ],
};

/// What stands above the picture of a stop.
pub const fn of(stop: Stop) -> Caption {
    let (file, words) = match stop {
        Stop::First => (
            "03-first-screen",
            [
                "**The computer is lost.** Install the program on another one of the same kind and start it. Choose *Restore from \
                 backup* before anything else.",
                "**Datorn är borta.** Installera programmet på en annan av samma sort och starta det. Välj *Återställ från \
                 säkerhetskopia* före allt annat.",
                "**Komputernya hilang.** Pasang program di komputer lain yang sejenis lalu jalankan. Pilih *Pulihkan dari cadangan* \
                 sebelum yang lain.",
            ],
        ),
        Stop::Before => (
            "04-before-you-start",
            [
                "**Before you start.** Have at hand what is listed here. Nothing is changed until the last yes.",
                "**Innan du börjar.** Ha till hands det som står här. Inget ändras före det sista ja:et.",
                "**Sebelum mulai.** Siapkan yang tercantum di sini. Tidak ada yang berubah sebelum persetujuan terakhir.",
            ],
        ),
        Stop::Where => (
            "05-where",
            [
                "**Where is your backup?** Type the folder; Tab completes it.",
                "**Var är din säkerhetskopia?** Skriv mappen; Tabb fyller i.",
                "**Di mana cadangan Anda?** Ketik foldernya; Tab melengkapinya.",
            ],
        ),
        Stop::Which => (
            "06-which",
            [
                "**Which backup?** The newest that fits is chosen.",
                "**Vilken säkerhetskopia?** Den nyaste som passar är vald.",
                "**Cadangan yang mana?** Yang terbaru dan cocok sudah dipilih.",
            ],
        ),
        Stop::Account => (
            "07-recovery-account",
            [
                "**Sign in to your recovery account**, the one that was used for the backup. `Ctrl-T` takes the twelve words \
                 instead, `Ctrl-O` says what can be done when it does not open.",
                "**Logga in på ditt återställningskonto**, det som användes för kopian. `Ctrl-T` tar de tolv orden i stället, \
                 `Ctrl-O` säger vad som kan göras när den inte öppnas.",
                "**Masuk ke akun pemulihan Anda**, yang dipakai untuk cadangan itu. `Ctrl-T` memakai dua belas kata, `Ctrl-O` \
                 memberi tahu apa yang dapat dilakukan bila tidak terbuka.",
            ],
        ),
        Stop::Preview => (
            "08-what-comes-back",
            [
                "**What comes back**, before anything is written: which accounts show codes at once, and which need a sign-in.",
                "**Vad som kommer tillbaka**, innan något skrivs: vilka konton som visar koder direkt, och vilka som kräver \
                 inloggning.",
                "**Apa yang kembali**, sebelum apa pun ditulis: akun mana yang langsung menampilkan kode, dan mana yang perlu masuk.",
            ],
        ),
        Stop::Passphrase => (
            "09-this-computer",
            [
                "**A passphrase for this computer**, twice. It may be the recovery password.",
                "**En lösenfras för den här datorn**, två gånger. Det får vara återställningslösenordet.",
                "**Frasa sandi untuk komputer ini**, dua kali. Boleh sama dengan kata sandi pemulihan.",
            ],
        ),
        Stop::Done => (
            "10-done",
            [
                "**Done**, with counts and with the list of what is left to do.",
                "**Klart**, med antal och med listan över vad som återstår.",
                "**Selesai**, dengan jumlah dan daftar yang masih harus dilakukan.",
            ],
        ),
        Stop::Tile => (
            "11-to-sign-in",
            [
                "**The first of them.** Keys of work and passwordless accounts stay with their computer; only the name came back.",
                "**Det första av dem.** Nycklar till arbetskonton och lösenordslösa konton stannar på sin dator; bara namnet kom \
                 tillbaka.",
                "**Yang pertama.** Kunci akun kerja dan akun tanpa kata sandi tetap di komputernya; hanya namanya yang kembali.",
            ],
        ),
        Stop::Accounts => (
            "12-accounts",
            [
                "**All accounts are here.** Those without a code keep their badge until their key is added.",
                "**Alla konton är här.** De som saknar kod behåller sitt märke tills nyckeln har lagts till.",
                "**Semua akun ada di sini.** Yang tanpa kode tetap bertanda sampai kuncinya ditambahkan.",
            ],
        ),
    };
    Caption { file, words }
}

/// The title of a page, and its first lines.
pub const fn opening(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => (
            "From a lost computer back to the codes",
            "Also in [Swedish](sv.md) and [Indonesian](id.md). The pictures are drawn from the program itself, with invented \
             accounts: `PULIH_WRITE_DOCS=1 cargo test --test tui manual` walks the whole way again and draws them anew.",
        ),
        Language::Sv => {
            ("Från en förlorad dator tillbaka till koderna", "Också på [engelska](README.md) och [indonesiska](id.md).")
        }
        Language::Id => (
            "Dari komputer yang hilang kembali ke kode",
            "Juga dalam [bahasa Inggris](README.md) dan [bahasa Swedia](sv.md).",
        ),
    }
}

/// What stands at the end of a page.
pub const fn ending(language: Language) -> &'static str {
    match language {
        Language::En => {
            "How those accounts get their codes back is [the next page](sign-in.md). Without a terminal the same is done by \
             `pulih restore --from PLACE --account NAME`; see [the command line](../command-line.md)."
        }
        Language::Sv => {
            "Hur de kontona får tillbaka sina koder står på [nästa sida](sign-in-sv.md). Utan terminal gör `pulih restore --from PLATS --account NAMN` samma sak; se [kommandoraden](../command-line.md) \
             (på engelska)."
        }
        Language::Id => {
            "Cara akun-akun itu mendapatkan kembali kodenya ada di [halaman berikutnya](sign-in-id.md). Tanpa terminal, `pulih restore --from TEMPAT --account NAMA` melakukan hal yang sama; lihat \
             [baris perintah](../command-line.md) (dalam bahasa Inggris)."
        }
    }
}
