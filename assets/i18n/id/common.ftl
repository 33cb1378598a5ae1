## Yang dikatakan beberapa ruang. Setiap ruang punya berkasnya sendiri.

badge-sign-in = Masuk untuk memulihkan akun Anda
badge-action = Tindakan diperlukan
badge-add-key = Tindakan diperlukan: tambahkan kunci baru
badge-waiting = Menunggu sampai { $date }
badge-about-add-key = Hanya namanya yang ada di sini. Kuncinya harus ditambahkan.
badge-about-confirmed = Penyedia memastikan siapa Anda pada { $date }. Kuncinya masih harus ditambahkan.
badge-about-refused = Layanan menolak kodenya pada { $date }: layanan itu mungkin punya kunci lain.
badge-about-sign-in = Masuklah, lalu kodenya tampil lagi.
badge-about-blocked = Organisasi tidak mengizinkan program ini masuk. Kuncinya bisa ditambahkan dengan tangan.
badge-about-not-configured = Belum ada penyedia yang diatur untuknya. Kuncinya bisa ditambahkan dengan tangan.
badge-about-offline = Penyedia tidak dapat dihubungi. Coba lagi, atau tambahkan kuncinya dengan tangan.
badge-about-waiting = Penyedia mengizinkan Anda lanjut setelah { $date }.

count-accounts = { $count } akun

## Akun

kind-personal = Pribadi
kind-passwordless = Pribadi, tanpa kata sandi
kind-third-party = Pihak ketiga
kind-work = Kantor atau sekolah

protection-standard = Kuncinya
protection-sign-in = Kuncinya, disegel dengan proses masuk akun itu sendiri
protection-device-bound = Namanya saja

err-account-sealed = Kunci akun ini disegel.
fix-account-sealed = Masuk untuk memulihkan akun Anda.
err-account-device-bound = Hanya nama akun ini yang ada: cadangan tidak membawa kuncinya.
fix-account-device-bound = Masuk ke layanannya dan tambahkan kunci baru.
err-account-device-key-gone = Kunci akun ini hanya terbuka di komputer yang menyegelnya.
fix-account-device-key-gone = Masuk ke layanannya dan tambahkan kunci baru.
err-account-not-in-import = Hanya nama akun ini yang ada: berkas yang diimpor tidak punya kuncinya.
fix-account-not-in-import = Tambahkan kunci dari aplikasi lain, atau masuk ke layanannya dan tambahkan yang baru.
err-account-pin-not-in-import = PIN akun ini tidak ada: berkas yang diimpor tidak membawanya.
fix-account-pin-not-in-import = Impor berkasnya lagi dan ketik PIN saat ditanyakan.
err-account-trashed = Akun ini ada di tempat sampah.
fix-account-trashed = Kembalikan akun ini untuk melihat kodenya.
err-code-before-1970 = Jam komputer ini menunjuk ke sebelum 1970, sedangkan kode dihitung sejak tahun itu.
fix-code-before-1970 = Atur tanggal dan waktu, lalu lihat lagi.
err-code-counter-end = Penghitung akun ini sudah mencapai akhirnya.
fix-code-counter-end = Masuk ke layanannya dan tambahkan kunci baru.

## Dasar

err-no-entropy = Sistem tidak memberi bilangan acak, jadi tidak ada yang disegel.
fix-no-entropy = Coba lagi sebentar lagi; bila tetap begitu, mulai ulang komputer.
err-passphrase-empty = Frasa sandinya kosong.
fix-passphrase-empty = Ketik setidaknya satu karakter; beberapa kata paling baik.
err-passphrase-too-long = Frasa sandinya lebih dari { $most } bita.
fix-passphrase-too-long = Pilih yang lebih pendek; frasa sandi tidak pernah dipotong.
