# ما يقوله الجزء الذي يعمل في الخلفية في الإشعارات، عدا الأخطاء.

note-joining = جارٍ الانضمام إلى { $target }
note-cancel = إلغاء
note-opened = فُتح في المتصفح: { $target }
note-join-again = انضمام مرة أخرى
note-closing = يستمر OpenMeetings Launcher في الخلفية
    .hint = يبقى في شريط النظام ويذكّر بالاجتماعات ويفتح الروابط. يمكنك إنهاؤه من هناك، أو أن تختار في الإعدادات ما يفعله إغلاق النافذة
note-no-tray = لا يعرض سطح المكتب هذا أيقونات في الشريط
    .hint = يعمل OpenMeetings Launcher في الخلفية رغم ذلك. شغّله مرة أخرى لفتح نافذته
note-settings = الإعدادات
note-quit = إنهاء
note-join = انضمام
note-snooze = ذكّرني لاحقًا
note-opens = يمكن الدخول من الساعة { $time }
note-many = عدد الاجتماعات التي تبدأ قريبًا: { $count }
note-joins = ينضم تلقائيًا خلال 10 ثوانٍ
note-stop = إيقاف
