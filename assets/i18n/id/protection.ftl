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

## Perlindungan

err-protect-contacts = Perlindungan masuk memakai satu sampai empat kontak yang berbeda.
fix-protect-contacts = Berikan setiap alamat email atau nomor telepon satu kali.
err-protect-nothing = Tidak ada yang perlu diubah.
fix-protect-nothing = Pilih akun yang kuncinya ada di sini dan belum punya perlindungan ini.
protect-not-the-service = Jangan pernah memakai kata sandi layanan itu sendiri di sini. Pilih yang tidak Anda pakai di tempat lain.
protect-standard = Standar: cadangan membawa kuncinya
protect-sign-in = Masuk: cadangan membawa kuncinya, tersegel dengan kata sandi dan kontak
protect-device-bound = Terikat pada komputer ini: cadangan hanya membawa namanya
protect-done = { $count } akun kini punya perlindungan lain.
protect-older-backups = Cadangan yang lebih lama masih menyimpan kuncinya.
fix-protect-older-backups = Siapkan cadangan dari awal (pulih backup setup) lalu hapus yang lama.
protect-skipped = { $count } akun dibiarkan apa adanya, karena kuncinya tidak ada di sini.

## Kunci perangkat komputer ini

protect-device-key-in-key-store = Kunci perangkat ada di penyimpan kunci komputer ini: salinan berkasnya tidak berguna di tempat lain.
protect-device-key-in-file = Kunci perangkat ada di berkas dalam folder status: salinan seluruh folder rumah ikut membawanya.
err-device-key-unreadable = Berkas kunci perangkat komputer ini bukan kunci.
fix-device-key-unreadable = Kembalikan berkas di folder status itu seperti semula, atau tambahkan lagi kuncinya di layanannya.
remark-device-key-gone = { $count } akun terikat pada komputer lain: hanya namanya yang ada di sini.
remark-device-key-unread = { $count } akun yang terikat pada komputer ini tetap tertutup, karena penyimpan kunci tidak menjawab.

## Perintah

cmd-protect = Pilih apa yang dibawa cadangan dari akun
arg-protect-queries = Akun-akunnya: masing-masing dengan id, penerbit, penerbit:nama, atau sebagian darinya
arg-sign-in = Kuncinya, tersegel dengan kata sandi dan kontak
arg-device = Hanya namanya: kuncinya tetap di komputer ini
arg-standard = Kuncinya
arg-protect-password-fd = Baca kata sandi masuk dari deskriptor berkas ini, satu baris
arg-contact-fd = Baca alamat email atau nomor telepon dari deskriptor berkas ini, satu baris; sampai empat kali
ask-sign-in-password-new = Kata sandi untuk masuk setelah pemulihan:
ask-sign-in-password-twice = Kata sandi yang sama sekali lagi:
ask-contact-new = Alamat email atau nomor telepon:
ask-contact-another = Satu lagi (atau cukup Enter):
ask-contact-twice = Yang sama sekali lagi:
ask-protect-lower = Cadangan akan membawa lebih banyak dari { $count } akun daripada sebelumnya. Lanjutkan? (ya/tidak)

## Di layar

tui-do-protect = Perlindungan akun ini, atau semua yang ditandai
tui-protect-of = Yang dibawa cadangan dari { $title }
tui-protect-of-many = Yang dibawa cadangan dari { $count } akun
tui-protect-have = (sekarang: { $count })
tui-protect-lower = Cadangan akan membawa lebih banyak daripada sebelumnya. Enter melanjutkan.
tui-protect-password = Kata sandi untuk masuk setelah pemulihan
tui-protect-password-again = Yang sama sekali lagi
tui-protect-contact = Alamat email atau nomor telepon
tui-protect-contact-again = Yang sama sekali lagi
tui-protect-contact-hint = Ketik lengkap, nomor telepon dengan kode negaranya. Tidak ada yang dikirim.
tui-protect-taken = Dipakai: { $contacts }. Ketik satu lagi, atau tekan Enter untuk selesai.
tui-protect-busy = Menyegel. Ini butuh beberapa detik.
tui-protect-device = Kuncinya tetap di komputer ini. Kalau kunci perangkatnya hilang, akun ini butuh kunci baru dari layanannya.

## Lingkaran

protect-circular = Jalan ke cadangan mungkin meminta kode untuk { $accounts }, yang ada di brankas ini.
fix-protect-circular = Simpan kode pemulihan layanan itu di luar komputer ini.
