## Kunci dan angka

err-key-bad-pin = PIN kosong, lebih panjang dari 64 karakter, atau berisi karakter yang tidak bisa diketik.
fix-key-bad-pin = Ketik PIN yang diberikan layanan.
err-key-empty = Kunci kosong.
fix-key-empty = Ketik kunci yang ditampilkan layanan di samping kode QR-nya.
err-key-not-base32 = Kunci berisi karakter yang tidak semestinya di posisi { $position }.
fix-key-not-base32 = Kunci terdiri dari huruf A sampai Z dan angka 2 sampai 7; lihat lagi di layanannya.
err-key-not-yandex = Ini bukan kunci Yandex.
fix-key-not-yandex = Salin seluruh kunci; panjangnya 26 atau 42 karakter.
err-key-too-long = Kunci lebih panjang dari 640 bita.
fix-key-too-long = Salin kuncinya saja, tanpa teks di sekitarnya.
err-range-counter = Penghitung { $found } terlalu besar.
fix-range-counter = Berikan penghitung di bawah 9223372036854775808.
err-range-digits = Kode tidak bisa terdiri dari { $found } angka.
fix-range-digits = Berikan 1 sampai 10 angka; kebanyakan layanan memakai 6.
err-range-period = Kode tidak bisa berlaku { $found } detik.
fix-range-period = Berikan 1 sampai 86400 detik; kebanyakan layanan memakai 30.

## Akun dan grup

field-group = grup
field-issuer = penerbit
field-name = nama
field-note = catatan
field-recovery-code = kode pemulihan

err-account-already-there = Brankas sudah memuat akun ini dengan kunci ini.
fix-account-already-there = Ubah akun yang ada, atau beri akun baru nama lain.
err-account-nameless = Tidak ada penerbit maupun nama.
fix-account-nameless = Berikan paling tidak salah satunya.
err-account-not-found = Tidak ada akun seperti itu.
fix-account-not-found = Lihat daftarnya; yang sudah dihapus ada di tempat sampah.
err-account-pin-needed = Jenis kode ini memerlukan PIN.
fix-account-pin-needed = Ketik PIN yang menyertai kuncinya.
err-account-too-long = Isian { $field } terlalu panjang.
fix-account-too-long = Batasi sampai { $most } karakter.
err-account-too-many-codes = Kode pemulihannya akan terlalu banyak.
fix-account-too-many-codes = Hapus beberapa dulu; satu akun memuat paling banyak { $most }.
err-account-unknown-algorithm = Tidak ada hash bernama { $name } di sini.
fix-account-unknown-algorithm = Pilih SHA1, SHA256 atau SHA512.
err-account-unknown-type = Tidak ada jenis kode bernama { $name } di sini.
fix-account-unknown-type = Pilih totp, hotp, steam, motp atau yandex.
err-group-exists = Sudah ada grup bernama { $group }.
fix-group-exists = Gunakan grup itu, atau pilih nama lain.
err-group-nameless = Grup itu tidak punya nama.
fix-group-nameless = Beri nama dengan setidaknya satu karakter yang terlihat.
err-group-none = Tidak ada grup bernama { $group }.
fix-group-none = Lihat grup yang ada dengan “pulih group list”.

## Frasa sandi

passphrase-remark-known = Frasa sandi ini ada di semua daftar frasa yang dikenal; pakailah untuk mencoba, bukan untuk menyimpan akun.
passphrase-remark-short = Frasa sandi ini agak pendek; { $good } karakter atau lebih akan lebih baik.
err-passphrase-too-short = Frasa sandi kurang dari { $least } karakter.
err-passphrase-common = Frasa sandi ini termasuk yang pertama kali dicoba orang.
fix-passphrase-words = Pilih empat kata atau lebih yang tidak saling berkaitan.

## Cara membuka brankas

err-keys-answer-differs = Itu bukan kata yang tertulis.
fix-keys-answer-differs = Lihat lagi katanya; kata yang lama tetap berlaku sampai Anda terbukti memegang yang baru.

## Pengaturan

err-config-value = Baris { $line } pada berkas pengaturan memuat nilai yang tidak berlaku untuk “{ $key }”.
err-config-in-vault = Baris { $line } pada berkas pengaturan memuat “{ $key }”, yang diatur di dalam brankas.
fix-config-in-vault = Hapus baris itu, lalu ubah lewat pengaturan di brankas yang terbuka.
err-config-not-toml = Berkas pengaturan tidak terbaca di baris { $line }; nilai bawaan yang berlaku.
fix-config-not-toml = Tulis satu “kunci = nilai” per baris, dengan teks di dalam tanda kutip.
err-config-key = Baris { $line } pada berkas pengaturan memuat “{ $key }”, yang bukan pengaturan.
fix-config-key = Pengaturan yang ada: { $keys }.
fix-config-key-meant = Mungkin maksudnya “{ $key }”.
err-config-others-write = Orang lain boleh menulis berkas pengaturan, jadi isinya tidak dipakai; nilai bawaan berlaku.
fix-config-others-write = Periksa isinya, lalu cabut hak mereka: chmod go-w dan nama berkasnya.
config-wants-number = Nilainya boleh angka { $least } sampai { $most }, tanpa tanda kutip.
config-wants-word = Nilainya boleh salah satu dari { $words }.
config-wants-switch = Nilainya boleh true atau false, tanpa tanda kutip.

## Dokter

doctor-clock = Jam menunjukkan { $now }.
doctor-clock-wrong = Jam menunjukkan { $now }, yang tidak mungkin benar.
doctor-fix-clock = Atur tanggal dan waktu, dan biarkan sistem menjaganya lewat jaringan.
doctor-vault = Brankas { $path } utuh sejauh terlihat dari luar; ada { $ways } cara untuk membukanya.
doctor-vault-none = Tidak ada brankas di { $path }.
doctor-fix-vault-none = Buat dengan “pulih init”, atau sebutkan milik Anda dengan --vault.
doctor-owned = { $path } hanya milik Anda.
doctor-not-ours = { $path } milik orang lain.
doctor-fix-not-ours = Jadikan diri Anda pemilik { $path }, atau gunakan tempat lain.
doctor-open = Orang lain boleh membaca atau mengubah { $path }.
doctor-replaceable = Orang lain boleh mengganti isi { $path }.
doctor-fix-open-file = Cabut hak mereka: chmod 600 { $path }
doctor-fix-open-folder = Cabut hak mereka: chmod 700 { $path }
doctor-state = Folder status { $path } dapat dipakai.
doctor-state-none = Folder status { $path } dibuat saat penyimpanan pertama.
doctor-key-store = Penyimpan kunci menjawab.
doctor-key-store-absent = Komputer ini tidak punya penyimpan kunci yang menjawab.
doctor-fix-key-store-absent = Tidak wajib ada: frasa sandi selalu membuka brankas. Pasang gnome-keyring atau KWallet untuk memilikinya.
doctor-memory = Memori dapat dijauhkan dari berkas swap, sampai { $kib } KiB.
doctor-memory-unlimited = Memori dapat dijauhkan dari berkas swap.
doctor-memory-short = Hanya { $kib } KiB memori yang dapat dijauhkan dari berkas swap.
doctor-fix-memory = Naikkan batasnya (ulimit -l 1024), atau pastikan berkas swap terenkripsi.
doctor-core-dumps = Program yang mogok tidak meninggalkan gambaran memori di disk.
doctor-core-dumps-open = Program yang mogok bisa meninggalkan gambaran memori di disk.
doctor-fix-core-dumps = Matikan core dump: ulimit -c 0
doctor-dumpable = Program Anda yang lain tidak dapat melihat isi program ini.
doctor-dumpable-open = Program Anda yang lain dapat melihat isi program ini.
doctor-file-mode = Berkas baru hanya untuk Anda.
doctor-file-mode-open = Berkas baru mungkin terbuka bagi orang lain.
doctor-new-privileges = Program yang dijalankan dari sini tidak mendapat hak tambahan.
doctor-new-privileges-open = Program yang dijalankan dari sini bisa mendapat hak tambahan.
doctor-descriptors = Program yang dijalankan dari sini tidak menerima berkas yang sudah terbuka.
doctor-descriptors-open = Program yang dijalankan dari sini bisa menerima berkas yang sudah terbuka.
doctor-fix-descriptors = Jalankan program hanya dari tempat yang tidak membuka berkas rahasia.
doctor-fix-guard = Periksa yang menjalankan program ini: ada sandbox atau kebijakan yang menolaknya.
doctor-fix-guard-not-here = Tidak ada yang bisa dilakukan pada jenis komputer ini; kunci layar saat Anda pergi.
doctor-session = Brankas terkunci saat komputer tidur atau sesinya dikunci.
doctor-session-none = Di sini tidak ada yang memberi tahu saat sesi dikunci (di Linux, logind).
doctor-fix-session-none = Andalkan penguncian saat tidak ada tombol ditekan, atau kunci dengan Ctrl-L saat Anda pergi.
doctor-terminal = Terminalnya { $term }.
doctor-terminal-none = Tidak ada terminal, jadi tidak ada yang bisa ditanyakan.
doctor-fix-terminal-none = Jalankan di terminal, atau berikan jawaban lewat opsi seperti --passphrase-fd.
doctor-terminal-dumb = Terminal tidak menyebutkan kemampuannya (TERM).
doctor-fix-terminal-dumb = Gunakan --plain, atau atur TERM sesuai terminalnya.
doctor-clipboard = Papan klip sistem dipakai.
doctor-clipboard-terminal = Terminal diminta menyalin; ia tidak memberi jawaban.
doctor-clipboard-tmux = Terminal diminta menyalin, dan ada tmux di antaranya.
doctor-fix-clipboard-tmux = Biarkan tmux meneruskannya: set -s set-clipboard on
doctor-clipboard-none = Tidak ada papan klip yang bisa dijangkau.
doctor-fix-clipboard-none = Kode tetap bisa dibaca dan diketik.
doctor-word-good = baik
doctor-word-fair = bisa lebih baik
doctor-word-bad = buruk

## Bantuan: judul

help-usage = Pemakaian:
help-commands = Perintah
help-arguments = Argumen
help-options = Opsi
help-global-options = Opsi untuk semua perintah

## Bantuan: perintah

cmd-pulih = Kode sekali pakai yang tetap selamat meski komputer hilang
cmd-init = Buat brankas
cmd-list = Tampilkan daftar akun
cmd-code = Cetak satu kode
cmd-show = Tampilkan satu akun; kuncinya sebagai kode QR atau URI
cmd-add = Tambahkan akun
cmd-edit = Ubah akun
cmd-rm = Pindahkan akun ke tempat sampah
cmd-trash = Lihat tempat sampah, kembalikan, kosongkan
cmd-trash-list = Tampilkan isi tempat sampah
cmd-trash-restore = Kembalikan akun
cmd-trash-empty = Hapus isi tempat sampah untuk selamanya
cmd-group = Buat grup dan masukkan akun ke dalamnya
cmd-group-list = Tampilkan daftar grup
cmd-group-add = Buat grup
cmd-group-rename = Ganti nama grup
cmd-group-rm = Hapus grup; akunnya tetap ada
cmd-group-put = Masukkan akun ke grup
cmd-group-take = Keluarkan akun dari grup
cmd-pin = Sematkan akun di atas
cmd-passwd = Ganti frasa sandi
cmd-words = Lihat apakah ada kata pemulihan; buat yang baru
cmd-keystore = Izinkan penyimpan kunci komputer membuka brankas
cmd-keystore-on = Izinkan penyimpan kunci membuka brankas
cmd-keystore-off = Jangan izinkan lagi
cmd-doctor = Periksa hal-hal yang menopang program
cmd-completions = Cetak pelengkapan untuk shell
cmd-man = Cetak halaman manual
cmd-import = Baca akun dari berkas aplikasi lain
cmd-export = Tulis akun untuk aplikasi lain

## Bantuan: argumen

arg-vault = Berkas brankas
arg-state = Folder tempat komputer ini mengingat keadaan terbaru
arg-config = Berkas pengaturan
arg-demo = Gunakan akun contoh di memori; tidak ada yang disimpan
arg-plain = Tanpa warna, tanpa bingkai, tanpa kolom
arg-accept-older = Buka brankas yang lebih lama daripada yang terakhir dipakai di sini
arg-passphrase-fd = Baca frasa sandi dari deskriptor berkas ini, satu baris (0 adalah masukan standar)
arg-with-words = Buka brankas dengan kata pemulihan, yang ditanyakan di terminal
arg-recovery-words-fd = Baca kata pemulihan dari deskriptor berkas ini, satu baris
arg-color = Kapan warna dipakai: auto, always, never
arg-lang = Bahasa: en, sv, id
arg-json = Cetak hasil sebagai JSON
arg-quiet = Sampaikan hanya yang bermasalah
arg-verbose = Sampaikan lebih banyak
arg-help = Cetak bantuan
arg-version = Cetak versi
arg-kdf-memory = Memori yang dibutuhkan frasa sandi, dalam MiB; paling sedikit 64
arg-kdf-time = Berapa kali memori itu dilalui; paling sedikit 3
arg-query = Akunnya: id, penerbit, penerbit:nama, atau sebagian darinya
arg-list-query = Hanya akun yang memuat ini
arg-list-group = Hanya akun dalam grup ini
arg-group = Grupnya
arg-add-group = Masukkan ke grup ini; boleh diberikan beberapa kali
arg-group-rename-new = Nama barunya
arg-next = Kode setelah yang sekarang
arg-copy = Salin kode alih-alih mencetaknya, lalu kosongkan papan klip pada waktunya
arg-at = Hitung kode untuk waktu lain, dalam detik sejak 1970
arg-show-qr = Tampilkan kunci sebagai kode QR, untuk dibawa ke ponsel
arg-show-uri = Cetak kunci sebagai alamat otpauth
arg-uri-fd = Baca alamat otpauth dari deskriptor berkas ini, satu baris
arg-edit-uri-fd = Baca kunci baru sebagai alamat otpauth dari deskriptor berkas ini; yang lama disimpan dalam riwayat
arg-add-qr = Baca kode QR dalam berkas gambar
arg-qr-screen = Baca kode QR di layar
arg-secret-fd = Baca kunci dari deskriptor berkas ini, satu baris base32
arg-key-file = Berkas kunci basis data KeePass; kata sandinya boleh kosong
arg-pin-fd = Baca PIN akun mOTP atau Yandex dari deskriptor berkas ini
arg-issuer = Layanannya, misalnya GitHub
arg-name = Akun di layanan itu, misalnya anna@example.com
arg-note = Catatan
arg-kind = Jenis akunnya: third-party, personal, passwordless, work
arg-type-name = Jenis kodenya: totp, hotp, steam, motp, yandex
arg-algorithm = Hash-nya: SHA1, SHA256, SHA512
arg-digits = Banyaknya angka dalam kode, 1 sampai 10
arg-period = Berapa detik kode berlaku
arg-counter = Penghitung untuk kode berikutnya
arg-yes = Jawab ya sebelumnya
arg-off = Lepaskan lagi
arg-new-passphrase-fd = Baca frasa sandi baru dari deskriptor berkas ini, satu baris
arg-words-new = Buat 12 kata baru; yang lama tidak berlaku lagi
arg-shell = Shell-nya: bash, elvish, fish, powershell, zsh
arg-command = Perintah yang halamannya diminta; tanpa itu halaman programnya sendiri
arg-import-file = Berkas yang ditulis aplikasi lain; - adalah masukan standar
arg-from = Formatnya, bila tidak ingin dikenali dari isinya
arg-file-password-fd = Baca kata sandi berkas dari deskriptor berkas ini, satu baris
arg-dry-run = Hanya tampilkan yang akan diimpor; tidak memerlukan brankas
arg-show-secrets = Cetak juga kuncinya (dengan --json)
arg-on-duplicate = Tindakan untuk akun yang sudah ada: skip, replace, keep-both
arg-to = Format yang ditulis
arg-export-file = Berkas yang ditulis
arg-force = Ganti berkas yang sudah ada

## Pemakaian keliru

err-usage-command = Tidak ada perintah bernama “{ $command }”.
err-usage-command-unsaid = Tidak ada perintah seperti itu.
err-usage-command-missing = Perintah ini memerlukan satu kata lagi setelahnya.
err-usage-flag = Tidak ada opsi bernama { $flag } di sini.
err-usage-extra = Ada satu kata yang berlebih.
err-usage-missing = Ada yang kurang: { $arg }.
err-usage-no-value = { $arg } memerlukan nilai.
err-usage-value = { $arg } tidak bisa bernilai seperti itu.
err-usage-conflict = { $arg } dan { $other } tidak bisa dipakai bersama.
err-usage-twice = { $arg } diberikan dua kali.
err-usage-other = Argumen ini tidak dapat dipahami.
fix-usage-meant = Mungkin maksudnya { $meant }.
fix-usage-allowed = Pilihannya: { $values }.
fix-usage-help = Lihat “pulih --help”, atau --help setelah perintah.

## Pertanyaan

answer-yes = ya
ask-passphrase = Frasa sandi:
ask-passphrase-again = Frasa sandi, sekali lagi:
ask-new-passphrase = Frasa sandi baru:
ask-new-passphrase-again = Ketik lagi yang sama:
ask-words = Kata pemulihan:
ask-word = Kata { $place }:
ask-issuer = Layanan:
ask-name = Nama akun:
ask-key = Kunci atau alamat otpauth:
ask-pin = PIN:
ask-empty-trash = Hapus { $count } akun untuk selamanya? (ya/tidak)
ask-new-file-password = Kata sandi baru untuk berkas:
ask-plain-text = Berkas akan memuat kunci sebagai teks biasa, terbaca oleh siapa pun yang bisa membukanya. Tulis? (ya/tidak)

## Yang sudah dilakukan

cli-init-done = Brankas { $path } sudah dibuat.
cli-init-next = Tanpa frasa sandi tidak ada yang bisa membukanya: buat kata pemulihan dengan “pulih words --new”.
cli-added = { $account } sudah ditambahkan.
cli-short-key = Kuncinya lebih pendek dari 128 bit yang diminta standar; layanan yang memilihnya.
cli-edited = { $account } sudah diubah.
cli-kind-bound = Cadangan hanya membawa namanya.
cli-fix-kind-bound = “pulih protect” membuat cadangan membawa kuncinya juga.
cli-rm-done = { $account } ada di tempat sampah selama { $days } hari; “pulih trash restore” mengembalikannya.
cli-restored = { $account } sudah kembali.
cli-trash-emptied =
    { $count ->
        [0] Tempat sampah kosong.
       *[other] { $count } akun sudah hilang untuk selamanya.
    }
cli-pinned = { $account } disematkan di atas.
cli-unpinned = { $account } tidak lagi disematkan.
cli-group-added = Grup { $group } sudah dibuat.
cli-group-renamed = Grup itu kini bernama { $group }.
cli-group-removed = Grup { $group } sudah hilang; akunnya tetap ada.
cli-group-put = Akun itu ada di grup { $group }.
cli-group-taken = Akun itu tidak lagi di grup { $group }.
cli-copied = Tersalin. Dikosongkan dalam { $seconds } detik.
cli-copied-terminal = Dikirim ke papan klip terminal. Dikosongkan dalam { $seconds } detik.
cli-copied-tmux = Dikirim ke papan klip terminal lewat tmux, yang mungkin menahannya. Dikosongkan dalam { $seconds } detik.
cli-code-at-counter = Akun ini menghitung kode, jadi waktu tidak berpengaruh.
cli-passwd-done = Frasa sandi sudah diganti; yang lama tidak lagi membuka brankas ini, tetapi masih membuka cadangan dan salinan lama.
cli-kept-previous = Berkas sebelumnya di samping brankas, yang masih terbuka seperti dulu, tidak dapat dihapus.
cli-fix-kept-previous = Hapus sendiri berkas yang berakhiran .prev.
cli-lost-key-store = Penyimpan kunci tidak memberikan kuncinya, jadi tidak lagi membuka brankas.
cli-fix-lost-key-store = Nyalakan lagi dengan “pulih keystore on”.
cli-words-there = Ada kata pemulihan untuk brankas ini.
cli-words-none = Tidak ada kata pemulihan untuk brankas ini; buat dengan “pulih words --new”.
cli-words-ask = Tulis kata-kata itu di kertas, lalu jawab dari kertas.
cli-words-unchecked = Tidak ada yang bisa ditanya apakah kata-kata itu sudah ditulis.
cli-words-done = Mulai sekarang kata-kata itu membuka brankas ini; yang lama tidak.
cli-keystore-on = Mulai sekarang penyimpan kunci membuka brankas.
cli-keystore-off = Penyimpan kunci tidak lagi membuka brankas.
cli-key-store-stale = Penyimpan kunci punya kunci yang tidak cocok untuk brankas ini.
cli-vault-healed = Sebagian berkas brankas rusak dan dibaca dari cerminannya; penyimpanan berikutnya memperbaikinya.
cli-vault-migrated = Brankas ditulis oleh versi lama; penyimpanan berikutnya menulisnya ulang.
cli-vault-weak = Frasa sandi brankas ini terlalu murah bagi penyerang.
cli-fix-vault-weak = Ganti dengan “pulih passwd”.
cli-show-no-pin = PIN akun ini tidak termasuk di dalamnya.

## Yang menghalangi

err-cli-no-terminal = Tidak ada yang bisa ditanya: tidak ada terminal.
fix-cli-no-terminal = Berikan jawabannya dengan { $flag }.
err-cli-output = Keluaran tidak dapat ditulis.
fix-cli-output = Periksa tujuannya; mungkin disknya penuh.
fix-cli-code-unseen = Cetak di tempat yang bisa dibaca: setiap kode ini hanya ada sekali.
fix-cli-show-unseen = Cetak kuncinya di tempat yang bisa dibaca, atau hilangkan tandanya.
err-cli-refused = Tidak ada yang diubah.
err-cli-twice = Keduanya tidak sama.
fix-cli-twice = Ketik sekali lagi, pelan-pelan.
err-cli-none-found = Tidak ada akun bernama “{ $query }”.
err-cli-none-found-unsaid = Tidak ada akun bernama seperti yang diketik.
fix-cli-none-found = Lihat akun yang ada dengan “pulih list”.
fix-cli-in-trash = Kembalikan dengan “pulih trash restore”.
fix-cli-none-in-trash = Lihat isi tempat sampah dengan “pulih trash list”.
err-cli-many-found = Ada beberapa akun yang cocok dengan “{ $query }”.
err-cli-many-found-unsaid = Ada beberapa akun yang cocok dengan yang diketik.
fix-cli-many-found = Sebut salah satu dengan penerbit:nama atau dengan id-nya:
cli-more-candidates = dan { $count } lagi
err-cli-older = Brankas ini lebih lama daripada yang terakhir dipakai di komputer ini.
fix-cli-older = Kembalikan berkas yang lebih baru, atau pakai yang ini dengan --accept-older.
err-cli-forked = Dua keadaan brankas ini bernomor sama, jadi tidak ada yang dilakukan dengan yang ini.
fix-cli-forked = Lihat kedua berkasnya, lalu pakai yang ini dengan --accept-older.
err-cli-mark-unreadable = Tidak diketahui apakah keadaan ini yang terbaru, jadi tidak ada yang dilakukan dengannya.
fix-cli-mark-unreadable = Jika Anda tahu ini yang terbaru, pakailah dengan --accept-older.
err-cli-no-counter = Akun ini tidak menghitung kodenya.
fix-cli-no-counter = Hanya akun berjenis hotp yang punya penghitung.
err-cli-edit-nothing = Tidak disebut apa yang akan diubah.
fix-cli-edit-nothing = Sebutkan: --issuer, --name, --note, --kind, --counter atau --uri-fd.
fix-cli-group-named = Berikan nama grup; “pulih group” menampilkannya.
err-counter-back = Penghitung ada di { $counter } dan tidak pernah mundur: kode yang sudah terlihat akan diberikan lagi.
fix-counter-back = Berikan penghitung yang tidak di bawahnya.
fix-cli-words-unseen = Cetak di tempat yang bisa dibaca: kata-kata hanya ditampilkan sekali.
err-cli-qr = Akun ini terlalu panjang untuk kode QR.
fix-cli-qr = Cetak dengan --uri saja.
err-cli-no-face = Tidak ada terminal untuk menampilkan akun.
fix-cli-no-face = Jalankan di terminal, atau gunakan perintah: lihat “pulih --help”.
err-cli-dumb-terminal = Terminal ini hanya bisa mencetak baris demi baris, jadi akun tidak bisa ditampilkan di sini.
fix-cli-dumb-terminal = Gunakan perintah, misalnya “pulih list” atau “pulih code”, atau atur TERM sesuai terminalnya: lihat “pulih --help”.

## Satu akun

show-issuer = Penerbit
show-name = Nama
show-kind = Jenis
show-protection = Cadangan membawa
show-groups = Grup
show-note = Catatan
show-id = Id
show-state = Keadaan
show-type = Jenis kode
show-digits = Angka
show-algorithm = Hash
show-period = Detik
show-counter = Penghitung

## Impor dan ekspor

err-import-ours = Ini berkas Pulih sendiri, bukan berkas aplikasi lain.
fix-import-ours = Buka brankas dengan --vault.
fix-import-ours-backup = Pulihkan dengan “pulih restore --from BERKAS”, dan dengan --merge ke dalam brankas yang ada di sini.
err-cli-export-stream = Ekspor ditulis ke berkas, bukan ke keluaran standar.
fix-cli-export-stream = Sebutkan berkas baru; yang bernama “-” adalah ./-.
cli-import-preview = Baru: { $new }. Sudah ada: { $there }. Tidak terbaca: { $unread }. Tidak ada yang diubah.
cli-import-done = Ditambahkan: { $added }. Diubah: { $changed }. Dibiarkan: { $skipped }. Tidak terbaca: { $unread }.
cli-export-left-out = { $account } tidak disertakan. { $why }
cli-export-loses = { $account } ditulis tanpa: { $losses }.
cli-exported = { $count } akun sudah ditulis ke { $path }.

## Manual

man-exits = KODE KELUAR
man-exit-done = Selesai.
man-exit-not-done = Tidak dapat dilakukan; dua kalimat menjelaskan apa dan apa yang menolong.
man-exit-usage = Perintah tidak dipahami, atau pertanyaan tidak dapat diajukan.
man-exit-wrong-password = Frasa sandi, kata sandi, atau kata-kata salah.
man-exit-damaged = Berkas rusak atau jenisnya tidak dikenal.
man-exit-not-found = Tidak ada akun dengan nama itu, atau ada beberapa; semuanya disebutkan.
man-exit-needs-sign-in = Akun perlu masuk dulu sebelum memberi kode.
man-exit-changed-elsewhere = Program lain mengubah brankas, atau brankas lebih lama daripada yang terakhir dipakai di sini.
man-exit-partly = Selesai sebagian; yang ditinggalkan disebutkan.
man-exit-other-computer = Dibuat untuk jenis komputer lain.
man-environment = LINGKUNGAN
man-askpass = Program yang menanyakan rahasia menggantikan terminal. Dijalankan dengan pertanyaan sebagai satu-satunya argumen, dan baris pertama yang dicetaknya adalah jawabannya; bila berakhir dengan kode selain 0, tidak ada yang dilakukan. Deskriptor yang disebut flag dan penyimpan kunci didahulukan.
man-no-color = Bila diatur dan tidak kosong, tidak ada yang diwarnai.
man-language = Bahasa, kecuali --lang atau pengaturan menyebutkannya.
