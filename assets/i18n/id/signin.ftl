## Masuk: apa yang bisa menghalangi

err-signin-wait = Jawaban terakhir tidak cocok. Jawaban berikutnya diterima dalam { $seconds } detik.
err-signin-no-counter = Akun ini tidak menghitung: kodenya mengikuti jam.
err-signin-resync = Kedua kode ini tidak berurutan di antara { $count } kode berikutnya dari akun ini.
err-signin-resync-same = Itu kode yang sama dua kali.
fix-signin-resync = Ketik dua kode yang ditampilkan perangkat lain secara berurutan, dalam urutan itu. Jika tidak ada, lanjutkan dengan kunci baru.
err-signin-not-a-time = Itu bukan waktu.
fix-signin-not-a-time = Ketik seperti 14:05:30, dari jam yang Anda percayai.
err-signin-off-by-days = Tanggal komputer ini salah, bukan hanya jamnya.
fix-signin-off-by-days = Atur tanggal dan waktu di pengaturan sistem, lalu coba lagi kodenya.
err-signin-no-key = Tidak ada kunci.
fix-signin-no-key = Tempel tautan atau kunci yang ditampilkan layanan, atau baca kode QR-nya.
err-signin-many-codes = Ada { $count } kode di gambar itu.
fix-signin-many-codes = Tampilkan hanya kode akun ini.
err-signin-needs-pin = Kunci ini membutuhkan PIN.
fix-signin-needs-pin = Tambahkan sebagai akun tersendiri, di sana ada kolom untuk PIN.
err-signin-same-key = Ini kunci yang ditolak layanan.
fix-signin-same-key = Minta layanan menampilkan yang baru: hapus dulu autentikator lama di halamannya, atau pilih untuk mengaturnya lagi.
signin-other-name = Kode itu untuk { $found }. Pastikan itu untuk akun ini.
