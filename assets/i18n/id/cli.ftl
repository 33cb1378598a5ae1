## Kunci dan angka

err-key-bad-pin = PIN kosong atau lebih panjang dari 64 karakter.
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
err-account-unknown-algorithm = Tidak ada hash bernama { $name } di sini.
fix-account-unknown-algorithm = Pilih SHA1, SHA256 atau SHA512.
err-account-unknown-type = Tidak ada jenis kode bernama { $name } di sini.
fix-account-unknown-type = Pilih totp, hotp, steam, motp atau yandex.
err-group-exists = Sudah ada grup bernama { $group }.
fix-group-exists = Gunakan grup itu, atau pilih nama lain.
err-group-none = Tidak ada grup bernama { $group }.
fix-group-none = Lihat grup yang ada dengan “pulih group list”.

## Frasa sandi

passphrase-remark-short = Frasa sandi ini agak pendek; { $good } karakter atau lebih akan lebih baik.
err-passphrase-too-short = Frasa sandi kurang dari { $least } karakter.
err-passphrase-common = Frasa sandi ini termasuk yang pertama kali dicoba orang.
fix-passphrase-words = Pilih empat kata atau lebih yang tidak saling berkaitan.

## Cara membuka brankas

err-keys-answer-differs = Itu bukan kata yang tertulis.
fix-keys-answer-differs = Lihat lagi katanya; kata yang lama tetap berlaku sampai yang baru dikuasai.

## Pengaturan

err-config-value = Baris { $line } pada berkas pengaturan memuat nilai yang tidak berlaku untuk “{ $key }”.
err-config-in-vault = Baris { $line } pada berkas pengaturan memuat “{ $key }”, yang diatur di dalam brankas.
fix-config-in-vault = Hapus baris itu, lalu ubah lewat pengaturan di brankas yang terbuka.
err-config-not-toml = Berkas pengaturan tidak terbaca di baris { $line }; nilai bawaan yang berlaku.
fix-config-not-toml = Tulis satu “kunci = nilai” per baris, dengan teks di dalam tanda kutip.
err-config-key = Baris { $line } pada berkas pengaturan memuat “{ $key }”, yang bukan pengaturan.
fix-config-key = Pengaturan yang ada: { $keys }.
fix-config-key-meant = Mungkin maksudnya “{ $key }”.
config-wants-codes = Nilainya boleh "shown" atau "hidden".
config-wants-color = Nilainya boleh "auto", "always" atau "never".
config-wants-language = Nilainya boleh "en", "sv" atau "id".
config-wants-seconds = Nilainya boleh angka 1 sampai 3600, tanpa tanda kutip.
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
doctor-fix-guard = Periksa yang menjalankan program ini: ada sandbox atau kebijakan yang menolaknya.
doctor-fix-guard-not-here = Tidak ada yang bisa dilakukan pada jenis komputer ini; kunci layar saat Anda pergi.
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
