## Yang ditulis aplikasi lain, dan URI tempat kode dibawa

# Mengapa sebuah URI tidak memberi akun.
err-uri-bad-number = “{ $value }” tidak dapat dipakai sebagai { $parameter }.
err-uri-no-key = Tidak ada kunci di dalamnya.
err-uri-not-an-account = Ini bukan URI akun.
fix-uri-not-an-account = URI akun diawali otpauth://, motp://, atau steam://.
err-uri-push = Kode ini mendaftarkan persetujuan push di { $app } dan tidak berisi kunci.
fix-uri-push = Pada layanan itu, pilih “aplikasi autentikator lain” atau “tidak bisa memindai”, lalu pakai kode yang ditampilkan.
err-uri-too-long = URI lebih panjang dari 65536 bita.
err-uri-transfer = Ini membawa beberapa akun dari aplikasi lain.
fix-uri-transfer = Impor, jangan ditambahkan.
err-uri-two-keys = Ada dua kunci yang berbeda.
err-uri-unknown-algorithm = Algoritme “{ $name }” tidak dikenal.
err-uri-unknown-type = Jenis kode “{ $name }” tidak dikenal.
fix-uri-ask-service = Minta layanan menampilkan kode lagi, atau ketik kuncinya.

# Yang diperhatikan pada URI yang diterima.
note-uri-cut = Penerbit atau nama yang sangat panjang dipendekkan.
note-hidden-removed = { $count } karakter tersembunyi dihapus.
note-uri-issuer-in-label = Label menyebut “{ $issuer }” sebagai penerbit; yang dipakai adalah parameternya.
note-uri-issuer-repaired = Penerbit terpotong pada “&” dan diambil dari label.
note-uri-look-alikes = Nama mencampur huruf yang mirip; periksa apakah benar yang Anda maksud.
note-uri-repeated = “{ $name }” tertulis lebih dari sekali; yang pertama dipakai.
note-key-short = Kuncinya pendek: { $bytes } bita, padahal standar meminta 16.
note-uri-unknown = Dilewati, tidak dikenal: { $names }.
note-digits-unusual = Kode terdiri atas { $digits } angka; biasanya 6 sampai 8.

## Berkas dari aplikasi lain

# Mengapa isi berkas tidak dapat dipakai.
err-format-broken-json = Berkas rusak: JSON-nya salah pada baris { $line }, kolom { $column }.
err-format-damaged = Berkas rusak: { $part }.
err-format-empty = Berkas kosong.
fix-format-export-again = Ekspor lagi di aplikasi lain itu, lalu salin seluruh berkasnya.
err-format-no-accounts = Tidak ada akun di dalamnya.
err-format-no-key-file = Kunci berkas ini tidak mengenal berkas kunci.
fix-format-no-key-file = Hilangkan berkas kunci; hanya basis data KeePass yang mungkin memerlukannya.
err-format-no-password = Cadangan ini dibuat tanpa kata sandi; hanya aplikasi penulisnya yang dapat membukanya.
fix-format-no-password = Di aplikasi lain itu, ekspor dengan kata sandi.
err-format-not-recognised = Tidak ada aplikasi yang dikenal menulis berkas seperti ini.
fix-format-not-recognised = Lihat docs/formats.md untuk yang dapat dibaca, atau sebut formatnya dengan --from.
err-format-too-costly = Membukanya butuh kerja { $mebibytes } MiB, lebih dari yang boleh diminta sebuah berkas.
err-format-too-deep = Isinya bersarang lebih dari 32 tingkat.
err-format-too-large = Berkas lebih besar dari 64 MiB.
err-format-too-many = Berkas berisi lebih dari 100.000 entri.
fix-format-suspicious = Tidak ada aplikasi yang menulis berkas seperti ini dengan sendirinya; pastikan asalnya.
err-format-too-new = Berkas ditulis oleh versi aplikasi yang lebih baru ({ $found }).
fix-format-too-new = Perbarui program ini, atau ekspor dalam format yang lebih lama.
err-format-wrong-password = Kata sandi tidak membuka berkas.
fix-format-wrong-password = Ketik kata sandi yang dipasang saat berkas diekspor.

# Mengapa tidak ada yang ditulis.
err-format-nothing-to-write = Tidak ada akun yang dapat dimuat format ini.
fix-format-nothing-to-write = Pilih format lain.
err-format-no-lock = Format ini tidak dapat dikunci dengan kata sandi.
fix-format-no-lock = Pilih format yang bisa, misalnya aegis.
err-format-not-read-back = Hasilnya tidak terbaca kembali sebagaimana mestinya, jadi tidak ada yang ditulis.
fix-format-not-read-back = Pilih format lain, dan mohon laporkan ini.

# Letak sebuah entri. Dipakai di dalam kalimat lain.
spot-item = Entri { $number }
spot-line = Baris { $number }
spot-named = { $spot } ({ $title })
complaint = { $entry }: { $reason }

# Mengapa sebuah entri tidak terbaca.
err-entry-bad-field = Bidang “{ $name }” berisi hal lain dari yang semestinya.
err-entry-not-a-uri = Baris ini bukan URI akun dan bukan komentar.
err-entry-not-an-entry = Ini bukan entri.
err-entry-transfer = Kode transfer tidak dapat dibaca.
fix-entry-transfer = Tampilkan lagi kode transfer di aplikasi lain itu, dan ambil semuanya.

# Yang diperhatikan saat membaca.
note-algorithm-replaced = { $name } tidak dipakai untuk kode seperti ini; yang dipakai SHA1, seperti di aplikasi itu.
note-group-unknown = Grup “{ $name }” tidak ada di berkas.
note-icons-left-out = { $count } gambar dilewati.
note-key-missing = Tidak ada kunci di dalamnya; akun masuk tanpa kode.
note-named = Tadinya tanpa nama dan diberi nama.
note-parts-missing = Bagian { $parts } dari { $of } tidak ada; pindai juga, kalau tidak akun-akun ini tidak lengkap.
note-pin-missing = PIN tidak ada di berkas; tanpa PIN tidak ada kode.
note-trashed = Tadinya di tempat sampah aplikasi lain dan masuk ke tempat sampah di sini.

# Yang tidak dapat dimuat sebuah format; bagian dari daftar.
loss-groups = grup
loss-history = kunci yang sudah diganti
loss-icon = gambar
loss-kind = jenis dan perlindungan
loss-note = catatan
loss-pin = PIN
loss-pinned = sematan di atas
loss-recovery-codes = kode pemulihan
loss-usage = seberapa sering dipakai
err-unfit-kind = Format ini tidak mengenal jenis kode seperti itu.
err-unfit-too-long = Namanya terlalu panjang untuk format ini.

# Impor dan ekspor.
err-import-unknown-format = Tidak ada format “{ $id }”.
fix-import-unknown-format = Format yang dikenal: { $ids }.
err-export-unknown-format = Format “{ $id }” tidak dapat ditulis.
err-export-no-password = Format ini dikunci dengan kata sandi, dan tidak ada yang diberikan.
fix-export-no-password = Berikan kata sandi, atau pilih format teks biasa.
err-export-read-back = Yang ada di cakram bukan yang ditulis.
fix-export-read-back = Tulis ke cakram lain; jangan percaya yang ini.

# Cara mengeluarkan berkas dari aplikasi.
how-aegis = Pengaturan, Impor & Ekspor, Ekspor; dengan atau tanpa kata sandi.
how-google-migration = Menu, Transfer akun, Ekspor akun; pindai kodenya dengan pembaca apa pun dan simpan teksnya.
how-uri-list = Banyak aplikasi dapat mengekspor daftar URI otpauth sebagai berkas teks.

## Formats B: what these files share

# Locks that only the other app opens.
err-format-bitwarden-account = Ekspor ini dikunci dengan kunci akun Bitwarden itu sendiri.
fix-format-bitwarden-account = Ekspor lagi sebagai .json (Terenkripsi) dan pilih “Dilindungi kata sandi”.
err-format-dash = Ini format terenkripsi milik Dashlane, yang hanya dibuka oleh Dashlane.
fix-format-dash = Di Dashlane, ekspor sebagai CSV dan impor berkas credentials.csv.
err-format-steam-desktop = Steam Desktop Authenticator telah mengenkripsi berkas ini.
fix-format-steam-desktop = Hapus enkripsinya di sana (Manage Encryption), lalu impor berkas .maFile.
err-entry-not-opened = Kata sandi tidak membuka entri ini.
note-trash-left-out =
    { $count ->
       *[other] { $count } entri di tempat sampah aplikasi lain ditinggalkan.
    }
note-without-code =
    { $count ->
       *[other] { $count } entri tidak punya kode dan ditinggalkan.
    }

# How the files are got out of password managers.
how-apple-passwords = Kata Sandi, File, Ekspor Semua Kata Sandi ke File.
how-bitwarden-authenticator = Pengaturan, Ekspor, sebagai JSON; CSV juga dibaca.
how-bitwarden-csv = Alat, Ekspor brankas, sebagai .csv; .json memuat lebih banyak dan dapat dikunci.
how-dashlane = Akun saya, Pengaturan, Ekspor data, sebagai CSV; impor zip atau credentials.csv di dalamnya.
how-extract-otp-secrets = Jalankan dengan --json, --csv, atau --keepass.
how-keepassxc-csv = Basis data, Ekspor, berkas CSV.
how-lastpass-vault = Opsi lanjutan, Ekspor, sebagai CSV.
how-1password = File, Ekspor, akun Anda, sebagai 1PUX; CSV juga dibaca.
how-pass = Dekripsi entri ke dalam impor: pass show NAMA, atau gopass show NAMA.
how-plain = Tulis tabel dengan judul kolom (issuer, name, secret, dan lainnya bila perlu) atau daftar objek JSON.
how-proton-pass = Pengaturan, Ekspor, sebagai zip tanpa frasa sandi.

# How the files are got out of Bitwarden and Proton.
how-bitwarden = Alat, Ekspor brankas, sebagai .json, atau .json (Terenkripsi) dengan “Dilindungi kata sandi”.
how-proton-authenticator = Pengaturan, Ekspor; dengan atau tanpa kata sandi.

# How the files are got out of other authenticators.
how-2fauth = Pilih semua akun, Ekspor, sebagai JSON.
how-authenticator-extension = Pengaturan, Cadangan, Unduh berkas cadangan; dengan atau tanpa kata sandi.
how-authenticator-plus = Pengaturan, Cadangan, Ekspor sebagai teks dan HTML; impor berkas zip.
how-authy = Authy tidak punya ekspor. Di ponsel yang di-root: shared_prefs/com.authy.storage.tokens.*.xml; jika tidak, hasil skrip dari aplikasi desktop atau servernya.
how-battle-net = Di ponsel yang di-root: shared_prefs/com.blizzard.messenger.authenticator_preferences.xml.
how-cxf = Ekspor kredensial untuk pertukaran di aplikasi yang mendukung, sebagai JSON.
how-duo = Di ponsel yang di-root: files/duokit/accounts.json.
how-steam = Di ponsel yang di-root: files/Steamguard-*; dari Steam Desktop Authenticator: .maFile, tidak dienkripsi.
how-totp-authenticator = Menu, Cadangan, ke berkas; dengan atau tanpa kata sandi.
how-winauth = Menu, Ekspor; sebagai teks atau zip dengan kata sandi.

## Formats A: what these files share
err-format-doctype = XML-nya menyatakan jenis dokumen, yang tidak dilakukan berkas aplikasi mana pun.
err-format-pgp = Berkas dienkripsi dengan OpenPGP.
fix-format-pgp = Dekripsi dahulu (gpg --decrypt BERKAS), lalu impor hasilnya.
err-format-too-many-rounds = Membukanya butuh { $rounds } putaran hash, lebih dari yang boleh diminta sebuah berkas.
err-format-unpacks-too-far = Berkas dimampatkan dan berisi lebih dari yang diizinkan: 64 bagian, 64 MiB, seratus kali ukurannya, atau arsip lain.
loss-names = nama persis seperti adanya
err-unfit-numbers = Format ini tidak dapat menampung jumlah digit atau periode ini.
err-unfit-same-key = Akun lain memakai kunci yang sama, dan aplikasi itu hanya menyimpan satu di antaranya.

## Formats A: 2FAS
how-2fas = Pengaturan, 2FAS Backup, Ekspor; dengan atau tanpa kata sandi.

## Formats A: files that break off
err-entry-cut-off = Berkas terputus di entri ini.
note-cut-off = Berkas terputus sebelum akhirnya; bagian yang utuh sudah dibaca.

## Formats A: andOTP
how-andotp = Menu, Cadangan, Cadangkan (polos atau terenkripsi); bukan yang OpenPGP.

## Formats A: Stratum
how-stratum = Pengaturan, Cadangan, Cadangkan ke berkas; dengan atau tanpa kata sandi.

## Formats A: FreeOTP
how-freeotp = Salin /data/data/org.fedorahosted.freeotp/shared_prefs/tokens.xml dari ponsel dengan akses root.
how-freeotp-2 = Menu, Cadangkan; kata sandinya yang dipasang saat cadangan pertama kali dibuat.
how-freeotp-plus = Menu, Ekspor, format JSON.
note-counter-ahead = Berkas ini tampaknya ditulis program lain; penghitungnya mungkin lebih satu.

## Formats A: Ente, LastPass, Raivo, cotp, OTPClient, pages
how-ente = Pengaturan, Data, Ekspor kode; terenkripsi atau teks polos.
how-lastpass = Pengaturan, Transfer akun, Ekspor akun ke berkas.
how-lastpass-qr = Pengaturan, Transfer akun, Ekspor akun ke kode QR; pindai dengan pembaca mana pun dan simpan teksnya.
how-raivo = Pengaturan, Ekspor OTP ke ZIP; kata sandinya adalah kata sandi utama.
how-cotp = Jalankan cotp export, atau ambil basis data dari folder datanya.
how-otpclient = Ambil basis data (.enc) apa adanya, atau ekspor dalam format aplikasi lain.
how-html = Di Aegis atau Stratum, ekspor sebagai HTML.
note-period-assumed = Halaman itu tidak menyebut periode; 30 detik yang dipakai. Bandingkan satu kode dengan aplikasi lain.

## Databases
err-entry-damaged-page = Satu halaman basis data rusak, dan entri di atasnya hilang.
note-log-beside = Aplikasi itu menulis perubahan terbaru ke berkas di samping berkas ini, jadi mungkin tidak ada di sini.
fix-entry-log-beside = Tutup aplikasi lain itu sebelum menyalin basis datanya, lalu bandingkan akun-akunnya.
how-microsoft = Di ponsel yang di-root: databases/PhoneFactor milik com.azure.authenticator. Akun tanpa kunci masuk dengan namanya.
how-google-database = Di ponsel yang di-root: databases/databases milik com.google.android.apps.authenticator2, hanya versi lama.
how-kdbx = Ambil berkas .kdbx apa adanya, beserta berkas kuncinya jika ada. Dengan kunci perangkat keras, simpan dulu salinan yang terbuka tanpanya.
err-format-keepass-old = Ini basis data KeePass 1.
fix-format-keepass-old = Buka di KeePassXC atau KeePass 2, simpan sebagai .kdbx, lalu impor berkas itu.
how-picture = Simpan tangkapan layar atau foto kodenya; berikan semua gambar dari satu transfer sekaligus.
