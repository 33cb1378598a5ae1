## Akun tersegel

err-contact-country = Nomor telepon ini tidak punya kode negara.
err-contact-email = Ini bukan alamat email.
err-contact-empty = Tidak ada yang diketik.
err-contact-phone = Ini bukan alamat email dan bukan nomor telepon.
fix-contact-phone = Ketik nomor dengan kode negaranya, misalnya +62 812 3456 7890.
fix-contact-email = Alamat email punya satu @ dan tanpa spasi.
fix-contact-empty = Ketik alamat email atau nomor telepon secara lengkap.
err-sign-in-no-match = Kata sandi atau kontaknya tidak cocok.
fix-sign-in-no-match = Periksa keduanya lalu coba lagi. Tidak ada yang hilang karena jawaban yang salah.
err-sign-in-not-sealed = Tidak ada yang perlu dimasuki di sini.
fix-sign-in-not-sealed = Pilih akun yang bertuliskan “Masuk untuk memulihkan akun Anda”.
err-sign-in-damaged = Kunci yang tersegel telah diubah atau rusak, jadi tidak bisa dibuka.
fix-sign-in-damaged = Pulihkan cadangan yang lebih lama, atau tambahkan lagi kuncinya di layanan itu.
err-sign-in-wait = Tunggu { $seconds } detik sebelum jawaban berikutnya.
fix-sign-in-wait = Pakai waktunya untuk memeriksa yang Anda ketik. Tidak ada yang terkunci selamanya.
fix-sign-in-state = Jawaban yang salah dihitung di folder status, yang harus bisa ditulisi.
