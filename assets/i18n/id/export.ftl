# Ekspor: apa yang disimpan tiap berkas, lembar untuk dicetak, perintah dan pertanyaannya.

keeps-all = Semuanya, dengan kata sandi, untuk Pulih di komputer mana pun.
keeps-groups-notes-pins = Kunci, grup, catatan, dan sematan.
keeps-groups-notes-pins-usage = Kunci, grup, catatan, sematan, dan jumlah pemakaian; tanpa mOTP dan Yandex.
keeps-groups-usage = Kunci, grup, dan jumlah pemakaian.
keeps-group-note-pin = Kunci, grup pertama, catatan, dan sematan; hanya kode berbasis waktu dan Steam.
keeps-keys = Kunci dan nama.
keeps-notes = Kunci dan catatan; hanya kode berbasis waktu dan Steam.
keeps-one-group = Kunci dan grup pertama; 5 sampai 8 digit.
keeps-pictures = Kunci dengan 6 atau 8 digit dan 30 detik, sebagai gambar untuk dipindai dengan ponsel.
keeps-sheet = Kunci dan nama untuk dicetak, satu kode QR untuk tiap akun.
keeps-sheet-svg = Sama, sebagai gambar vektor, delapan akun per halaman.

loss-key = kunci, yang tetap di komputer ini

sheet-title = Kunci kode sekali pakai
sheet-about = Pulih, { $date }, { $count } akun.
sheet-warning = Siapa pun yang memegang lembar ini atau fotonya dapat membuat semua kode ini. Simpan terkunci, dan hancurkan bila tidak diperlukan lagi.
sheet-facts = { $kind }, { $hash }, { $digits } digit, { $period } dtk.
sheet-facts-counter = { $kind }, { $hash }, { $digits } digit, penghitung { $counter }.
sheet-needs-pin = PIN-nya juga diperlukan, dan tidak ada di lembar ini.

arg-export-group = Hanya akun dalam grup ini
arg-export-account = Hanya akun ini; boleh diberikan beberapa kali
arg-export-dry-run = Hanya tunjukkan apa yang akan hilang
ask-export-all-the-same = Tetap tulis? (ya/tidak)
cli-export-preview = { $count } akun akan ditulis. Belum ada yang ditulis.

## Layar ekspor

tui-context-export = Ekspor
tui-context-reading = Membaca
tui-context-destination = Tujuan ekspor
tui-do-export = Keluarkan akun ke berkas
tui-do-which = Akun lain: semua, satu grup, yang dipilih
tui-do-which-before = Akun sebelumnya
tui-do-complete = Lengkapi jalur
tui-verb-which = akun
tui-verb-complete = lengkapi
tui-export = Ekspor
tui-export-to = Ekspor: { $format }
tui-export-all = Semua akun
tui-export-group = Grup { $group }
tui-export-only = { $count } akun yang dipilih
tui-export-lock = kata sandi
tui-export-open = teks biasa
tui-export-locked = Berkas dikunci dengan kata sandi.
tui-export-plain = Siapa pun yang bisa membaca berkas memiliki kuncinya.
tui-export-counts = { $written } akun ditulis, { $lossy } di antaranya tanpa sesuatu; { $out } tidak disertakan.
tui-export-without = tanpa: { $losses }
tui-export-about-locked = Berkas terbuka dengan kata sandinya sendiri di komputer mana pun. Tanpa itu tidak ada yang bisa membukanya.
tui-export-about-plain = Berkas akan memuat kunci sebagai teks biasa. Siapa pun yang membacanya atau salinannya dapat membuat kode Anda. Hapus segera setelah selesai dipakai.
tui-export-path = Tulis ke
tui-export-password = Kata sandi
tui-export-again = Sekali lagi
tui-export-proof = Frasa sandi
tui-export-no-path = Ketik di mana berkas akan diletakkan.
tui-export-twice = Kedua kata sandi berbeda. Ketik yang sama dua kali.
tui-export-no-proof = Ketik frasa sandi brankas ini: kunci hanya keluar dengan itu.
tui-export-busy = Menulis, lalu membaca kembali…
tui-exported = { $count } akun ditulis dan dibaca kembali, di { $files } berkas:
