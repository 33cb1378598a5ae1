# Impor: apa yang membuat berkas tak terbaca, dan apa yang mengurungkan impor. Kedua wajah mengatakannya.

err-import-folder = { $path } adalah folder.
fix-import-folder = Sebutkan berkas di dalamnya.
err-import-in = { $name }: { $why }
err-import-not-taken-back = Impor tidak bisa lagi diurungkan seluruhnya: { $title } sudah diubah sejak itu.
fix-import-not-taken-back = Hapus satu per satu yang tidak diinginkan; semuanya tinggal di tempat sampah untuk sementara.

# Bagaimana akun di berkas dibandingkan dengan brankas

import-row-new = baru
import-row-same = sudah ada
import-row-other-key = ada dengan kunci lain
import-row-other-name = kunci sama, nama lain
import-row-other-numbers = kunci sama, digit, periode, atau hash lain
import-row-fills = membawa kunci yang hilang
import-row-repeated = dua kali di berkas

# Perintah

cli-import-row = { $tick } { $account }: { $standing }
cli-import-would = Baru: { $new }. Sudah ada: { $there }. Tidak terbaca: { $unread }.
ask-import = Masukkan { $count } akun? (ya/tidak)
ask-import-password-or-none = Kata sandi { $name } ({ $app }), kosong jika berkas kunci sudah cukup:
ask-import-password = Kata sandi { $name } ({ $app }):
ask-import-pin = PIN { $account } (kosong hanya memasukkan namanya):
import-plain-left =
    { $count ->
       *[other] { $count } berkas ({ $name }) tidak dienkripsi dan masih memuat kunci. Hapus setelah tidak diperlukan; di banyak disk, berkas yang dihapus masih bisa dipulihkan.
    }

# Layar

tui-import-key-file = Berkas mana yang menjadi berkas kunci { $name }? Ketik jalurnya, jatuhkan berkasnya di sini, atau pilih di bawah.
tui-import-key-file-read = Berkas kunci sudah dibaca. Ketik kata sandi, atau biarkan kosong jika tidak ada.
tui-import-locked-file = { $name }, berkas { $app }, memerlukan kata sandinya.
tui-import-opening = Membuka { $name }
cli-import-opening = Membuka { $name } … Ctrl-C menghentikannya.
tui-import-busy-of = Membuka { $place } dari { $count } … Esc menghentikannya.
tui-import-busy = Membuka … Esc menghentikannya.
tui-import-stopped = Dihentikan. Tidak ada yang dimasukkan.
tui-import-from-several = { $files } berkas, { $count } akun
tui-import-ticked = { $count } dicentang
tui-import-group-new = Baru
tui-import-group-changed = Sudah ada, tetapi berbeda
tui-import-group-same = Sudah ada
tui-import-group-unread = Tidak terbaca
tui-import-group-noticed = Catatan
tui-import-none-found = Tidak ada yang namanya memuat itu.
tui-import-needs-pin = perlu PIN
tui-import-take-mine = simpan milik saya
tui-import-take-theirs = ambil yang masuk
tui-import-take-both = simpan keduanya
tui-import-about-pin = Berkas tidak memuat PIN akun ini. p mengetiknya; tanpa itu hanya namanya yang masuk.
tui-import-about-key = Anda punya akun ini dengan kunci lain. Bila yang masuk diambil, kunci Anda disimpan di riwayat akun.
tui-import-about-name = Anda punya kunci ini dengan nama lain.
tui-import-about-numbers = Anda punya kunci ini dengan digit, periode, atau hash lain: kodenya berbeda.
tui-import-about-fills = Anda hanya punya nama akun ini; ini membawa kuncinya.
tui-import-about-nameless = Berkas tidak punya kunci akun ini: hanya namanya yang masuk.
tui-import-about-repeated = Akun yang sama ada lebih atas dalam yang dibaca.
tui-import-about-same = Anda punya akun ini dengan kunci yang sama.
tui-import-nothing = Tidak ada yang dicentang.
tui-import-pin = PIN { $title }
tui-import-pin-hint = Kosong hanya memasukkan namanya. Esc kembali.
tui-import-undo-hint = { $key } mengurungkan impor.
tui-import-taken-back = Impor diurungkan: { $removed } dihapus, { $restored } seperti semula.
tui-ask-take-back = Urungkan impor?
tui-ask-take-back-about = { $removed } akun yang masuk akan hilang bersama kuncinya.
tui-ask-take-back-both = { $first } Kembali seperti sebelum impor: { $restored }.
tui-context-key-file = Memilih berkas kunci
tui-context-files = Memilih berkas untuk diimpor
tui-context-filter = Menyaring impor
tui-do-from-clipboard = Impor yang disalin: tautan, berkas, gambar
tui-do-key-file = Pilih berkas kunci basis data
tui-do-from-screen = Baca kode QR di layar
tui-do-filter-done = Kembali ke daftar, tersaring
tui-do-give-pin = Ketik PIN akun
tui-do-take-mine = Simpan yang ada
tui-do-take-theirs = Ambil yang masuk
tui-do-take-both = Simpan keduanya
tui-do-tick-all = Centang atau hapus centang semua yang baru
tui-verb-from-clipboard = papan klip
tui-verb-key-file = berkas kunci
tui-verb-from-screen = layar
tui-verb-give-pin = PIN
tui-verb-tick-all = semua
