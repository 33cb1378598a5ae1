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

err-keys-store-has-none = Penyimpan kunci tidak memiliki kunci untuk brankas ini.
fix-keys-store-has-none = Buka brankas dengan frasa sandinya, lalu matikan dan nyalakan lagi penyimpan kunci.
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
